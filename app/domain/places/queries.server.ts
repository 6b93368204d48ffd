import { asc, eq } from "drizzle-orm";
import { communes, provinces } from "~db/schema/places";
import { reader } from "~/platform/db.server";
import type { Commune, Province } from "./types";

/** `Tỉnh Tuyên Quang`, or null for a code that no province has. */
export async function findProvince(code: string): Promise<Province | null> {
  const [row] = await reader()
    .select({ code: provinces.code, name: provinces.name })
    .from(provinces)
    .where(eq(provinces.code, code))
    .limit(1);
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

/** A commune with its province, or null. */
export async function findCommune(
  code: string,
): Promise<(Commune & { provinceName: string }) | null> {
  const [row] = await reader()
    .select({
      code: communes.code,
      name: communes.name,
      provinceCode: communes.provinceCode,
      provinceName: provinces.name,
    })
    .from(communes)
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(eq(communes.code, code))
    .limit(1);
  return row ?? null;
}
