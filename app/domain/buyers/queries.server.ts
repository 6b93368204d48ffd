import { desc, eq } from "drizzle-orm";
import { addresses } from "~db/schema/buyers";
import { communes, provinces } from "~db/schema/places";
import { reader } from "~/platform/db.server";
import { ADDRESSES_MAX } from "./book-sizes";
import { receiverOf } from "./receiver";
import type { Address, Receiver } from "./types";

/** Somebody's address book, the first choice first. */
export async function listAddresses(userId: string): Promise<Address[]> {
  const rows = await reader()
    .select({ address: addresses, communeName: communes.name, provinceName: provinces.name })
    .from(addresses)
    .leftJoin(communes, eq(communes.code, addresses.communeCode))
    .leftJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(eq(addresses.userId, userId))
    .orderBy(desc(addresses.chosenAt), desc(addresses.id))
    .limit(ADDRESSES_MAX);
  return rows.map(({ address, communeName, provinceName }) => {
    const { id, fullName, phone, provinceCode, communeCode, addressLine } = address;
    const today = communeName === null ? null : `${communeName}, ${provinceName}`;
    return {
      id,
      fullName,
      phone,
      provinceCode,
      communeCode,
      placeName: today ?? address.placeName,
      addressLine,
      isPlaceKnown: today !== null,
    };
  });
}

/** What an address of somebody's book writes into the checkout's fields; nothing for one that is not theirs. */
export async function receiverAt(
  userId: string | null,
  addressId: string,
): Promise<Receiver | null> {
  const book = userId === null ? [] : await listAddresses(userId);
  const address = book.find((one) => one.id === addressId);
  return address ? receiverOf(address) : null;
}
