import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { EVIDENCE_KINDS } from "~/domain/payments/evidence.server";
import { resealSecondSteps } from "~/domain/identity/reseal-second-steps.server";
import { resealEvidence } from "~/domain/payments/reseal-evidence.server";
import { resealDisbursements } from "~/domain/settlement/reseal-disbursements.server";
import { resealKeptPayees } from "~/domain/settlement/reseal-kept-payees.server";
import { resealPayees } from "~/domain/settlement/reseal-payees.server";
import { resealStatementRows } from "~/domain/statements/reseal-statement-rows.server";
import { emptyDatabaseLog, inTransaction, type Transaction } from "~/platform/db.server";
import type { Resealed } from "~/platform/reseal-rows.server";
import { resealPrivateFiles } from "~/platform/storage.server";

const BATCHES_MAX = 1_000_000;

export type Count = { sealedCount: number; lostCount: number };
type Batch = (tx: Transaction, after: string) => Promise<Resealed>;

const PERSONAL: readonly Batch[] = [
  resealSecondSteps,
  resealPayees,
  resealKeptPayees,
  resealDisbursements,
];

const EVIDENCE: readonly Batch[] = [
  ...EVIDENCE_KINDS.map(
    (kind): Batch =>
      (tx, after) =>
        resealEvidence(tx, { kind, after }),
  ),
  resealStatementRows,
];

/**
 * Puts everything sealed under the newest key: accounts of people, officers' apps, what the bank told, private files. A seal
 * is as long as the one before, so that SQLite writes it in its place and leaves nothing behind. The shop may run
 * meanwhile, and what was cut short goes on the next time.
 */
export async function resealAll(): Promise<{
  accounts: Count;
  evidence: Count;
  files: Count;
  /** False: the log of the database still holds older seals, because somebody was reading all the while. */
  isLogEmpty: boolean;
}> {
  const accounts = await resealRooms(PERSONAL);
  const evidence = await resealRooms(EVIDENCE);
  const files = await resealPrivateFiles();
  const done = { accounts, evidence, files };
  await inTransaction((tx) =>
    recordAction(tx, {
      actor: SYSTEM,
      action: "seal.renew",
      subject: { kind: "seal", id: "all" },
      after: done,
    }),
  );
  return { ...done, isLogEmpty: await emptyDatabaseLog() };
}

/** Each batch is a transaction of its own, so that the shop's stand in line for moments. */
async function resealRooms(batches: readonly Batch[]): Promise<Count> {
  const total = { sealedCount: 0, lostCount: 0 };
  for (const batch of batches) {
    let after: string | null = "";
    for (let done = 0; done < BATCHES_MAX && after !== null; done += 1) {
      const from: string = after;
      const resealed = await inTransaction((tx) => batch(tx, from));
      total.sealedCount += resealed.sealedCount;
      total.lostCount += resealed.lostCount;
      after = resealed.after;
    }
  }
  return total;
}
