import { eq } from "drizzle-orm";
import { statementImports } from "~db/schema/statements";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { isSameTry, sumAdded } from "./queries-work.server";
import type { StatementRecordOfImport } from "./types";

/** All lines are tried out: a person has to say yes now. */
export async function finishCheck(tx: Transaction, file: StatementRecordOfImport): Promise<void> {
  if (!(await isSameTry(tx, file))) return;
  const { totalVnd } = await sumAdded(tx, file.id);
  await tx
    .update(statementImports)
    .set({ status: "checked", checkedAt: now(), matchedVnd: vnd(totalVnd) })
    .where(eq(statementImports.id, file.id));
}
