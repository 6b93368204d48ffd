import { and, desc, eq } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import { communeShapes, mapChoices } from "~db/schema/places-maps";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import {
  areBordersApart,
  codesOfShapes,
  type CommuneShapes,
  type KeptShapes,
  type MapChoice,
  type MeasuredShapes,
} from "./commune-shapes";
import { listCommunes } from "./queries.server";
import type { Commune } from "./types";

/** More than there are. */
const COMMUNES_MAX = 5_000;

/** What a map of the province is drawn with: its communes by name, and their boundaries, or none for squares. */
export async function readProvinceMap(): Promise<{
  communes: Commune[];
  shapes: CommuneShapes | null;
}> {
  const { PROVINCE } = settings();
  // Not who chose them: public pages are kept until a table changes that they were read from, and people sign up.
  const [chosen] = await reader()
    .select({ shapes: communeShapes.shapes })
    .from(mapChoices)
    .leftJoin(communeShapes, eq(communeShapes.id, mapChoices.shapesId))
    .where(eq(mapChoices.provinceCode, PROVINCE))
    .orderBy(desc(mapChoices.place))
    .limit(1);
  return { communes: await listCommunes(PROVINCE), shapes: chosen?.shapes ?? null };
}

/** The province's, for a screen. */
export async function readMapChoice(): Promise<MapChoice | null> {
  return findMapChoice(reader(), settings().PROVINCE);
}

/** The map that was chosen last; null before the first. */
export async function findMapChoice(
  db: ReadDatabase,
  provinceCode: string,
): Promise<MapChoice | null> {
  const chosenBy = alias(users, "chosen_by");
  const [row] = await db
    .select({
      place: mapChoices.place,
      chosenAt: mapChoices.chosenAt,
      chosenBy: chosenBy.fullName,
      kept: communeShapes,
      keptBy: users.fullName,
    })
    .from(mapChoices)
    .leftJoin(communeShapes, eq(communeShapes.id, mapChoices.shapesId))
    .leftJoin(users, eq(users.id, communeShapes.keptById))
    .leftJoin(chosenBy, eq(chosenBy.id, mapChoices.chosenById))
    .where(eq(mapChoices.provinceCode, provinceCode))
    .orderBy(desc(mapChoices.place))
    .limit(1);
  if (!row) return null;
  const { kept, keptBy, ...choice } = row;
  return { ...choice, kept: kept && keptOf(kept, keptBy) };
}

/** Boundaries of the province that were brought in once, used or not; null: there are none of this id. */
export async function findShapes(id: string): Promise<KeptShapes | null> {
  const [row] = await reader()
    .select({ kept: communeShapes, keptBy: users.fullName })
    .from(communeShapes)
    .leftJoin(users, eq(users.id, communeShapes.keptById))
    .where(and(eq(communeShapes.id, id), eq(communeShapes.provinceCode, settings().PROVINCE)))
    .limit(1);
  return row ? keptOf(row.kept, row.keptBy) : null;
}

function keptOf(
  { keptById: _, provinceCode: _province, ...kept }: typeof communeShapes.$inferSelect,
  keptBy: string | null,
): KeptShapes {
  return { ...kept, keptBy };
}

/** How many communes these boundaries draw, which of the province they lack, and whether neighbours miss each other. */
export async function measureShapes(shapes: CommuneShapes): Promise<MeasuredShapes> {
  const drawn = new Set(codesOfShapes(shapes));
  const ours = await listCommunes(settings().PROVINCE);
  const missing = ours.filter(({ code }) => !drawn.has(code));
  return {
    drawnCount: ours.length - missing.length,
    missing,
    areApart: areBordersApart(shapes),
  };
}

/** The province of every commune, by code. */
export async function readProvinceCodes(): Promise<Map<string, string>> {
  const rows = await reader()
    .select({ code: communes.code, provinceCode: communes.provinceCode })
    .from(communes)
    .limit(COMMUNES_MAX);
  return new Map(rows.map(({ code, provinceCode }) => [code, provinceCode]));
}
