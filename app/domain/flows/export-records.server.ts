import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { readRecordsBehind } from "~/domain/statistics/queries-records-behind.server";
import { recordsCsv } from "~/domain/statistics/records-csv.server";
import { recordsFields, type RecordsQuestion } from "~/domain/statistics/records-question";
import { inTransaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";

/**
 * An officer takes along the orders behind a figure, which names households: that is noted.
 * @param asked `last`: the last month, the question's own or a later one
 */
export async function exportRecords(
  actor: Actor,
  { question, last }: { question: RecordsQuestion; last: Month },
): Promise<ReadableStream<Uint8Array>> {
  await inTransaction((tx) =>
    recordAction(tx, {
      actor,
      action: "indicator.take_records",
      subject: { kind: "period", id: question.month },
      after: { ...recordsFields(question), last },
    }),
  );
  return recordsCsv(readRecordsBehind(question, last));
}
