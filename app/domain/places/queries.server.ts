import { asc, eq, inArray, sql } from "drizzle-orm";
import { communes, formerCommunes, provinces } from "~db/schema/places";
import { builtOnce, reader } from "~/platform/db.server";
import type { Commune, FormerCommune, Province } from "./types";

const selectProvince = builtOnce((db) =>
  db
    .select({ code: provinces.code, name: provinces.name })
    .from(provinces)
    .where(eq(provinces.code, sql.placeholder("code")))
    .limit(1)
    .prepare(),
);

/** `Tỉnh Tuyên Quang`, or null for a code that no province has. */
export async function findProvince(code: string): Promise<Province | null> {
  const [row] = await selectProvince().execute({ code });
  return row ?? null;
}

/** The 34 provinces, by code. */
export async function listProvinces(): Promise<Province[]> {
  return reader()
    .select({ code: provinces.code, name: provinces.name })
    .from(provinces)
    .orderBy(asc(provinces.code))
    .limit(100);
}

/** The communes of one province, by name without diacritics; at most 200 (the largest has 168). */
export async function listCommunes(provinceCode: string): Promise<Commune[]> {
  return reader()
    .select({ code: communes.code, name: communes.name, provinceCode: communes.provinceCode })
    .from(communes)
    .where(eq(communes.provinceCode, provinceCode))
    .orderBy(asc(communes.nameFolded))
    .limit(200);
}

/** The names of these communes by their codes, at most 1,000; a code that no commune has is not in it. */
export async function readCommuneNames(codes: readonly string[]): Promise<Record<string, string>> {
  const rows = await reader()
    .select({ code: communes.code, name: communes.name })
    .from(communes)
    .where(inArray(communes.code, [...codes]))
    .limit(1_000);
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}

const selectCommune = builtOnce((db) =>
  db
    .select({
      code: communes.code,
      name: communes.name,
      provinceCode: communes.provinceCode,
      provinceName: provinces.name,
    })
    .from(communes)
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(eq(communes.code, sql.placeholder("code")))
    .limit(1)
    .prepare(),
);

/** A commune with its province, or null. */
export async function findCommune(
  code: string,
): Promise<(Commune & { provinceName: string }) | null> {
  const [row] = await selectCommune().execute({ code });
  return row ?? null;
}

/** The communes that this one was formed from in July 2025, or a part of them; at most 50. */
export async function listFormerCommunes(communeCode: string): Promise<FormerCommune[]> {
  return reader()
    .select({
      name: formerCommunes.name,
      districtName: formerCommunes.districtName,
      provinceName: formerCommunes.provinceName,
    })
    .from(formerCommunes)
    .where(eq(formerCommunes.communeCode, communeCode))
    .orderBy(asc(formerCommunes.code))
    .limit(50);
}

/** A commune of before July 2025 by its code, or null. */
export async function findFormerCommune(code: string): Promise<FormerCommune | null> {
  const [row] = await reader()
    .select({
      name: formerCommunes.name,
      districtName: formerCommunes.districtName,
      provinceName: formerCommunes.provinceName,
    })
    .from(formerCommunes)
    .where(eq(formerCommunes.code, code))
    .orderBy(asc(formerCommunes.id))
    .limit(1);
  return row ?? null;
}

/** The former districts that each commune of a province lies in. */
export async function listFormerDistricts(provinceCode: string): Promise<Map<string, string[]>> {
  const rows = await reader()
    .selectDistinct({ code: communes.code, districtName: formerCommunes.districtName })
    .from(communes)
    .innerJoin(formerCommunes, eq(formerCommunes.communeCode, communes.code))
    .where(eq(communes.provinceCode, provinceCode))
    .limit(1_000);
  const districts = new Map<string, string[]>();
  for (const { code, districtName } of rows) {
    districts.set(code, [...(districts.get(code) ?? []), districtName]);
  }
  return districts;
}
