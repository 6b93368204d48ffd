import { and, eq } from "drizzle-orm";
import { statementImports } from "~db/schema/statements";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { sumMatched } from "./queries-work.server";

/** All lines are in: answers what of them was posted to orders; null when that was noted before. */
export async function finishImport(tx: Transaction, importId: string) {
  const { lineCount: postedCount, totalVnd } = await sumMatched(tx, { importId, by: "found" });
  const posted = { postedCount, postedVnd: vnd(totalVnd) };
  const done = await tx
    .update(statementImports)
    .set({ status: "imported", importedAt: now(), ...posted })
    .where(and(eq(statementImports.id, importId), eq(statementImports.status, "importing")))
    .returning({ id: statementImports.id });
  return done.length === 0 ? null : posted;
}
