import { createBankInbox } from "./sample-bank";
import { daysBefore, momentOf } from "./sample-day";
import { createLedger } from "./sample-ledger";
import type { SampleWriter } from "./sample-writer";

/** Money whose memo names no order: it waits for a person, so that the review list is not empty. */
export function seedUnknownTransfers(writer: SampleWriter): void {
  const insertReceipt = createBankInbox(writer, { firstNoticeId: 1 });
  const ledger = createLedger(writer);
  const transfers = [
    { days: 6, hour: 9, amountVnd: 250_000, content: "chuyen tien mua hang" },
    { days: 2, hour: 20, amountVnd: 120_000, content: "NGUOI MUA MAU chuyen khoan" },
  ];
  for (const { days, hour, amountVnd, content } of transfers) {
    const at = momentOf(daysBefore(writer.day, days), hour);
    const id = insertReceipt({
      amountVnd,
      content,
      at,
      status: "suspense",
      reason: "no_reference",
      paymentId: null,
    });
    ledger.post({
      key: `bank_transaction:${id}:receipt`,
      debit: { kind: "bank" },
      credit: { kind: "suspense" },
      amountVnd,
      reason: "bank_receipt",
      reference: { kind: "bank_transaction", id },
      at,
    });
  }
}
