import { createHash } from "node:crypto";
import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { keepShapes } from "~/domain/places/keep-shapes.server";
import { readProvinceCodes } from "~/domain/places/queries-maps.server";
import { readBoundaryFile, type BoundaryFileCode } from "~/domain/places/read-boundary-file.server";
import { simplifyAreas } from "~/domain/places/simplify-areas.server";
import { inTransaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";

const UNKNOWN_MAX = 20;
const NAME_MAX = 200;

/** Reads a file of boundaries and keeps those of the province, for an officer to look at. No map changes by it. */
export async function uploadCommuneShapes(
  actor: UserActor,
  { bytes, fileName }: { bytes: Uint8Array | null; fileName: string },
): Promise<
  Result<{ shapesId: string }, BoundaryFileCode | "map_file_elsewhere" | "map_file_borders">
> {
  const read = readBoundaryFile(bytes);
  if (!read.ok || bytes === null) return read.ok ? fail("map_file_missing") : read;
  const { PROVINCE } = settings();
  const provinceOf = await readProvinceCodes();
  const { areas, noCodeCount } = read.value;
  const ours = areas.filter(({ code }) => provinceOf.get(code) === PROVINCE);
  if (ours.length === 0) return fail("map_file_elsewhere");
  const unknown = areas.filter(({ code }) => !provinceOf.has(code)).map(({ code }) => code);
  const leftOut = {
    elsewhereCount: areas.length - ours.length - unknown.length,
    unknownCount: unknown.length,
    unknown: unknown.slice(0, UNKNOWN_MAX),
    noCodeCount,
  };
  const file = {
    fileName: fileName.slice(0, NAME_MAX),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    byteCount: bytes.length,
  };
  const simplified = simplifyAreas(ours);
  if (!simplified.ok) return simplified;
  return inTransaction(async (tx) => {
    const kept = await keepShapes(tx, {
      ...file,
      provinceCode: PROVINCE,
      shapes: simplified.value,
      leftOut,
      keptById: actor.userId,
    });
    if (!kept.isRepeat) {
      await recordAction(tx, {
        actor,
        action: "commune_map.upload",
        subject: { kind: "commune_map", id: kept.id },
        after: { ...file, communeCount: ours.length, ...leftOut },
      });
    }
    return succeed({ shapesId: kept.id });
  });
}
