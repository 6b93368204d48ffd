import { eq } from "drizzle-orm";
import { transferClaims } from "~db/schema/payments-claims";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

type Answer = {
  claimId: string;
  to: "found" | "not_found";
  answer: string;
  answeredById: string | null;
};

/** Notes what the department found, for the buyer to read. */
export async function noteClaimAnswer(
  tx: Transaction,
  { claimId, to, answer, answeredById }: Answer,
): Promise<void> {
  await tx
    .update(transferClaims)
    .set({ status: to, answer, answeredById, answeredAt: now() })
    .where(eq(transferClaims.id, claimId));
}
