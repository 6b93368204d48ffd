import { and, eq } from "drizzle-orm";
import { addresses } from "~db/schema/buyers";
import { hasDeparted } from "~/domain/identity/queries-departed.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { ADDRESSES_MAX } from "./book-sizes";

export type AddressFacts = Omit<typeof addresses.$inferInsert, "id" | "userId" | "chosenAt">;
export type PutAddressCode = "address_not_found" | "addresses_full" | "account_deleted";

/**
 * Writes an address into somebody's book: a new one, or other words for one of theirs. Its id was made with the form,
 * so the form sent twice keeps one. The first of a book is its first choice; later ones are when they are chosen.
 */
export async function putAddress(
  tx: Transaction,
  { userId, addressId, facts }: { userId: string; addressId: string; facts: AddressFacts },
): Promise<Result<null, PutAddressCode>> {
  const [known] = await tx
    .select({ userId: addresses.userId })
    .from(addresses)
    .where(eq(addresses.id, addressId))
    .limit(1);
  if (known && known.userId !== userId) return fail("address_not_found");
  if (known) {
    await tx.update(addresses).set(facts).where(eq(addresses.id, addressId));
    return succeed(null);
  }
  if (await hasDeparted(tx, userId)) return fail("account_deleted");
  const isTheirs = eq(addresses.userId, userId);
  const count = await tx.$count(addresses, isTheirs);
  if (count >= ADDRESSES_MAX) return fail("addresses_full", { max: ADDRESSES_MAX });
  const chosenAt = count === 0 ? now() : 0;
  const { fullName, phone, communeCode, addressLine } = facts;
  const isSame = and(
    eq(addresses.fullName, fullName),
    eq(addresses.phone, phone),
    eq(addresses.communeCode, communeCode),
    eq(addresses.addressLine, addressLine),
  );
  if ((await tx.$count(addresses, and(isTheirs, isSame))) > 0) return succeed(null);
  await tx.insert(addresses).values({ id: addressId, userId, ...facts, chosenAt });
  return succeed(null);
}
