import { and, eq, isNotNull } from "drizzle-orm";
import { contracts } from "~db/schema/contracts";
import { users } from "~db/schema/identity";
import { checkouts } from "~db/schema/orders";
import { preorders } from "~db/schema/preorders";
import type { ReadDatabase } from "~/platform/db.server";
import type { thingOfCode } from "./link-key.server";

/** What a buyer may have, by its number. */
export type BuyersThing = { thing: ReturnType<typeof thingOfCode>; code: string };

/**
 * True when who bought this has deleted their account: nothing may be done in their name any more, whoever has the link.
 * Orders and places on lists have lost the name then; contracts keep it, as papers of both sides, and name the account.
 */
export async function isBuyerGone(
  db: ReadDatabase,
  { thing, code }: BuyersThing,
): Promise<boolean> {
  switch (thing) {
    case "order":
      return (
        (await db.$count(checkouts, and(eq(checkouts.code, code), eq(checkouts.buyerName, "")))) > 0
      );
    case "preorder":
      return (
        (await db.$count(preorders, and(eq(preorders.code, code), eq(preorders.buyerName, "")))) > 0
      );
    case "contract": {
      const [gone] = await db
        .select({ id: contracts.id })
        .from(contracts)
        .innerJoin(users, eq(users.id, contracts.buyerId))
        .where(and(eq(contracts.code, code), isNotNull(users.deletedAt)))
        .limit(1);
      return gone !== undefined;
    }
  }
}
