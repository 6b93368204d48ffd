import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { inTransaction } from "~/platform/db.server";

/** That somebody was shown a bank's file in its own words, whole or the rows that could not be read. */
export async function noteStatementLook(
  actor: Actor,
  { importId, shown }: { importId: string; shown: "file" | "rows" },
): Promise<void> {
  await inTransaction((tx) =>
    recordAction(tx, {
      actor,
      action: "bank_statement.look",
      subject: { kind: "statement_import", id: importId },
      after: { shown },
    }),
  );
}
