import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findShapes } from "~/domain/places/queries-maps.server";
import { writeMapChoice } from "~/domain/places/write-map-choice.server";
import { inTransaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";

/** An officer takes boundaries into use, or goes back to squares (null); the same said twice is done once. */
export async function chooseCommuneMap(
  actor: UserActor,
  { shapesId, seen }: { shapesId: string | null; seen: number },
): Promise<Result<null, "map_not_found" | "map_changed_since">> {
  if (shapesId !== null && !(await findShapes(shapesId))) return fail("map_not_found");
  return inTransaction(async (tx) => {
    const chosen = await writeMapChoice(tx, {
      provinceCode: settings().PROVINCE,
      shapesId,
      seen,
      chosenById: actor.userId,
    });
    if (!chosen.ok) return chosen;
    if (chosen.value !== null) {
      await recordAction(tx, {
        actor,
        action: "commune_map.choose",
        subject: { kind: "commune_map", id: shapesId ?? chosen.value.id },
        after: { shapesId },
      });
    }
    return succeed(null);
  });
}
