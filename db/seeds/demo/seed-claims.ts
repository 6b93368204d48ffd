import { desc, eq } from "drizzle-orm";
import { HOUR_MS, MINUTE_MS } from "../../../app/platform/period";
import { payments } from "../../schema/payments";
import { transferClaims } from "../../schema/payments-claims";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

/** Two buyers whose transfer their order does not show: one waits for the department, one has its answer. */
export async function seedClaims(writer: SampleWriter, officer: { id: string }): Promise<void> {
  const { connection, day, newId } = writer;
  const expired = await connection.writerOrm
    .select({
      checkoutId: payments.checkoutId,
      dueVnd: payments.dueVnd,
      openedAt: payments.openedAt,
    })
    .from(payments)
    .where(eq(payments.status, "expired"))
    .orderBy(desc(payments.openedAt), desc(payments.id))
    .limit(2);
  const insert = prepareInsert(connection, transferClaims);
  const stories = [
    { status: "open", days: 1, amountVnd: 120_000, bankReference: "FT26000000001", answer: null },
    {
      status: "not_found",
      days: 3,
      amountVnd: null,
      bankReference: "",
      answer:
        "Chợ chưa thấy khoản này. Xin hỏi ngân hàng của bạn xem tiền đã đi chưa. (Dữ liệu mẫu)",
    },
  ] as const;
  for (const [i, { checkoutId, dueVnd, openedAt }] of expired.entries()) {
    const story = stories[i];
    if (!story) continue;
    const sentAt = momentOf(daysBefore(day, story.days), 9);
    insert({
      id: newId("tcl", sentAt),
      checkoutId,
      status: story.status,
      amountVnd: story.amountVnd ?? dueVnd,
      transferredAt: story.status === "open" ? sentAt - 12 * HOUR_MS : openedAt + 5 * MINUTE_MS,
      bankReference: story.bankReference,
      photo: null,
      sentAt,
      answer: story.answer,
      answeredById: story.answer === null ? null : officer.id,
      answeredAt: story.answer === null ? null : sentAt + 5 * HOUR_MS,
    });
  }
}
