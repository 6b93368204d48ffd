import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { streamEditionRecords } from "~/domain/statistics/queries-edition-files.server";
import { inTransaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/** An officer takes the orders behind an edition along, which names households: that is noted. */
export async function takeEditionRecords(
  actor: Actor,
  { month, edition }: { month: Month; edition: number },
): Promise<Result<ReadableStream<Uint8Array>, "period_not_closed">> {
  const stream = await streamEditionRecords(month, edition);
  if (!stream) return fail("period_not_closed");
  return inTransaction(async (tx) => {
    await recordAction(tx, {
      actor,
      action: "period.take_records",
      subject: { kind: "period", id: month },
      after: { edition },
    });
    return succeed(stream);
  });
}
