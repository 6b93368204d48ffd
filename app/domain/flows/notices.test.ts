import { afterEach, beforeEach, expect, it } from "vitest";
import { outboxMessages } from "~db/schema/outbox";
import { inTransaction, reader } from "~/platform/db.server";
import { runOutbox } from "~/platform/outbox.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { enqueueNotice } from "./enqueue-notice.server";
import { NOTICE_HANDLERS } from "./notice-handlers.server";
import { NOTICE_KINDS, noticeKey, type Notice } from "./notices";

let close: () => void;
beforeEach(() => {
  close = openTestDatabase();
});
afterEach(() => close());

const NOTICES: Notice[] = [
  { kind: "order.placed", orderCode: "UQ2222222-1", householdId: "hh_1" },
  { kind: "order.moved", orderCode: "UQ2222222-1", status: "confirmed" },
  { kind: "order.moved", orderCode: "UQ2222222-1", status: "shipped" },
  { kind: "refund.due", checkoutCode: "UQ2222222", causeId: "btx_1" },
  { kind: "bank_transaction.conflict", bankTransactionId: "btx_1", contentHash: "00" },
];

it("tells each fact once, and somebody listens to every kind", async () => {
  expect(new Set(NOTICES.map(noticeKey)).size).toBe(NOTICES.length);
  expect(new Set(NOTICES.map((notice) => notice.kind))).toEqual(new Set(NOTICE_KINDS));
  await inTransaction(async (tx) => {
    for (const notice of [...NOTICES, ...NOTICES]) await enqueueNotice(tx, notice);
  });
  expect(await runOutbox(NOTICE_HANDLERS)).toBe(NOTICES.length);
  const rows = await reader().select().from(outboxMessages);
  expect(rows.map((row) => [row.lastError, row.completedAt !== null])).toEqual(
    NOTICES.map(() => [null, true]),
  );
});
