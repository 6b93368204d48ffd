import { asc, eq } from "drizzle-orm";
import { communes, formerCommunes } from "~db/schema/places";
import { reader } from "~/platform/db.server";
import type { RenamedCommune } from "./types";

const FORMER_MAX = 1_000;

/** What the communes of a province were called before July 2025, by that name. */
export async function listFormerNames(provinceCode: string): Promise<RenamedCommune[]> {
  return reader()
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
}
