import { contractCheckouts } from "~db/schema/contracts";
import type { Transaction } from "~/platform/db.server";

/** Notes that a checkout is a delivery under a contract. */
export async function linkCheckout(
  tx: Transaction,
  link: { contractId: string; checkoutId: string },
): Promise<void> {
  await tx.insert(contractCheckouts).values(link);
}
