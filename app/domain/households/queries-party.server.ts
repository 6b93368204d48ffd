import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { communes, provinces } from "~db/schema/places";
import type { ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";

/** A household as a contract names it. */
export type SellingParty = {
  name: string;
  /** Null: none is stated. */
  taxCode: string | null;
  representative: string;
  phone: string;
  address: string;
};

/** Who sells, for the text of a contract. Throws for an id of no household. */
export async function loadSellingParty(
  db: ReadDatabase,
  householdId: string,
): Promise<SellingParty> {
  const [found] = await db
    .select({
      name: households.name,
      taxCode: households.taxCode,
      representative: households.contactName,
      phone: households.phone,
      addressLine: households.addressLine,
      communeName: communes.name,
      provinceName: provinces.name,
    })
    .from(households)
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(eq(households.id, householdId))
    .limit(1);
  const { addressLine, communeName, provinceName, ...party } = present(found, "no household");
  return { ...party, address: [addressLine, communeName, provinceName].join(", ") };
}
