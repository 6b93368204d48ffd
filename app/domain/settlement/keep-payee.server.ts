import { keptPayees } from "~db/schema/settlement-payees";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { insertRow } from "~/platform/insert-row.server";
import type { Payee } from "./types-disbursements";

/** Keeps an account that is about to be replaced, so that it can come back until `keptUntil`. */
export async function keepPayee(
  tx: Transaction,
  { ownerId, payee, keptUntil }: { ownerId: string; payee: Payee; keptUntil: number },
): Promise<void> {
  await insertRow(tx, keptPayees, { id: newId("kpy"), ownerId, ...payee, keptUntil });
}
