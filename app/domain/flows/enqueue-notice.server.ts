import type { Transaction } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { noticeKey, type Notice } from "./notices";

/** Tells somebody once this transaction has committed; the same fact is told once. */
export async function enqueueNotice(tx: Transaction, notice: Notice): Promise<void> {
  await enqueueOutbox(tx, { kind: notice.kind, key: noticeKey(notice), payload: notice });
}
