import { transferClaims } from "~db/schema/payments-claims";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

type NewClaim = Pick<
  typeof transferClaims.$inferInsert,
  "id" | "checkoutId" | "amountVnd" | "transferredAt" | "bankReference" | "photo"
>;

/** Keeps a buyer's word for the department; the caller has asked whether it may be said. */
export async function recordClaim(tx: Transaction, claim: NewClaim): Promise<void> {
  await tx.insert(transferClaims).values({ ...claim, status: "open", sentAt: now() });
}
