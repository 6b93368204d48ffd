import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { journalCsv, type JournalCsvWords } from "~/domain/settlement/journal-csv.server";
import { journalOf } from "~/domain/settlement/queries-journal.server";
import { inTransaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";

/** The journal of a month as a file. It leaves our hands: who took it is on record. */
export async function exportJournal(
  actor: UserActor,
  { month, words }: { month: Month; words: JournalCsvWords },
): Promise<ReadableStream<Uint8Array>> {
  await inTransaction((tx) =>
    recordAction(tx, { actor, action: "journal.export", subject: { kind: "journal", id: month } }),
  );
  return journalCsv(journalOf(month), words);
}
