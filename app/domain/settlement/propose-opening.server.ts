import { bankOpenings } from "~db/schema/settlement-reconciliation";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Vnd } from "~/platform/money";

/** What somebody says that our account held before the first line. Nothing is booked before it is decided. */
export async function proposeOpening(
  tx: Transaction,
  input: { amountVnd: Vnd; toldVnd: number | null; note: string; proposedById: string },
): Promise<string> {
  const id = newId("opb");
  await tx.insert(bankOpenings).values({ id, ...input, status: "proposed", proposedAt: now() });
  return id;
}
