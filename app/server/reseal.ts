import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { resealDisbursements } from "~/domain/settlement/reseal-disbursements.server";
import { resealPayees } from "~/domain/settlement/reseal-payees.server";
import type { Resealed } from "~/domain/settlement/reseal-rows.server";
import { closeDatabase, databaseFile, inTransaction, type Transaction } from "~/platform/db.server";
import { stateOfFile } from "~db/seeds/prepare-database";

/** `npm run reseal`: account numbers under the newest key of PERSONAL_DATA_KEYS. */

const HELP = `npm run reseal

Seals every account number in the database of DATA_DIR anew under the first key of PERSONAL_DATA_KEYS.
Put a new key in front of the old one, start the server anew, run this, then take the old key away.
`;

const BATCHES_MAX = 1_000_000;

async function main(): Promise<number> {
  if (process.argv.includes("--help")) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!["reference", "demo"].includes(stateOfFile(databaseFile()))) {
    process.stderr.write(`There is no database at ${databaseFile()} yet: run npm start first.\n`);
    return 1;
  }
  const payees = await resealAll(resealPayees);
  const disbursements = await resealAll(resealDisbursements);
  const sealedCount = payees.sealedCount + disbursements.sealedCount;
  const lostCount = payees.lostCount + disbursements.lostCount;
  await inTransaction((tx) =>
    recordAction(tx, {
      actor: SYSTEM,
      action: "payee.reseal",
      subject: { kind: "payee", id: "all" },
      after: { sealedCount, lostCount },
    }),
  );
  closeDatabase();
  process.stdout.write(`${sealedCount} accounts sealed anew.\n`);
  if (lostCount === 0) return 0;
  process.stderr.write(
    `${lostCount} accounts were sealed by a key that is not in PERSONAL_DATA_KEYS: put it back and run this again.\n`,
  );
  return 1;
}

async function resealAll(
  batch: (tx: Transaction, after: string) => Promise<Resealed>,
): Promise<{ sealedCount: number; lostCount: number }> {
  const total = { sealedCount: 0, lostCount: 0 };
  let after: string | null = "";
  for (let done = 0; done < BATCHES_MAX && after !== null; done += 1) {
    const from: string = after;
    const resealed = await inTransaction((tx) => batch(tx, from));
    total.sealedCount += resealed.sealedCount;
    total.lostCount += resealed.lostCount;
    after = resealed.after;
  }
  return total;
}

process.exitCode = await main();
