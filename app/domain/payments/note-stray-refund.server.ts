import { eq } from "drizzle-orm";
import { strayRefunds } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";
import type { StrayRefundStatus } from "./card-status";
import { loadStrayRefund } from "./queries-strays-records.server";

/** Writes down a refund that was made on the provider's own pages, or how it stands since. */
export async function noteStrayRefund(
  tx: Transaction,
  told: { id: string; chargeId: string; amountVnd: Vnd; status: StrayRefundStatus },
): Promise<void> {
  const { id, status } = told;
  const known = await loadStrayRefund(tx, id);
  if (known === null) await tx.insert(strayRefunds).values({ ...told, seenAt: now() });
  // What the provider has called failed stays so: an older answer of its may come later.
  else if (known.status !== status && known.status !== "failed") {
    await tx.update(strayRefunds).set({ status }).where(eq(strayRefunds.id, id));
  }
}
