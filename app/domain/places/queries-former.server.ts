import { asc, eq } from "drizzle-orm";
import { communes, formerCommunes } from "~db/schema/places";
import { reader } from "~/platform/db.server";
import { fold } from "~/platform/fold";
import { stemOfPlace, typedPlaceOf } from "./place-name";
import type { RenamedCommune } from "./types";

const FORMER_MAX = 1_000;

/**
 * What a commune of before July 2025 is called now, by its name as somebody types it, with or without its kind and
 * accents; what stands behind a comma is passed over. Several where the name was used more than once or is split now.
 */
export async function listByFormerName(
  provinceCode: string,
  typed: string,
): Promise<RenamedCommune[]> {
  const place = typed.split(",")[0] ?? "";
  // Some begin like a kind: "Phương Độ" is no phường.
  const names = new Set([fold(place).trim(), typedPlaceOf(place)]);
  if (names.has("")) return [];
  const rows = await reader()
    .selectDistinct({
      formerName: formerCommunes.name,
      districtName: formerCommunes.districtName,
      code: communes.code,
      name: communes.name,
    })
    .from(formerCommunes)
    .innerJoin(communes, eq(communes.code, formerCommunes.communeCode))
    .where(eq(communes.provinceCode, provinceCode))
    .orderBy(asc(formerCommunes.name), asc(communes.nameFolded))
    .limit(FORMER_MAX);
  return rows.filter(({ formerName }) => names.has(fold(stemOfPlace(formerName))));
}
