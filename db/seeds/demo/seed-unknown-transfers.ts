import { createBankInbox } from "./sample-bank";
import { daysBefore, momentOf } from "./sample-day";
import { createLedger } from "./sample-ledger";
import type { SampleWriter } from "./sample-writer";

/** Money whose memo names no order, and a fee of the bank: they wait for a person, so that the review list is not empty. */
export function seedUnknownTransfers(writer: SampleWriter): void {
  const insertReceipt = createBankInbox(writer, { firstNoticeId: 1 });
  const ledger = createLedger(writer);
  const transfers = [
    { days: 6, hour: 9, amountVnd: 250_000, content: "chuyen tien mua hang" },
    { days: 4, hour: 8, amountVnd: 11_000, content: "PHI DICH VU SMS THANG (MAU)", isFee: true },
    { days: 2, hour: 20, amountVnd: 120_000, content: "NGUOI MUA MAU chuyen khoan" },
  ];
  for (const { days, hour, amountVnd, content, isFee } of transfers) {
    const at = momentOf(daysBefore(writer.day, days), hour);
    const id = insertReceipt({
      amountVnd,
      content,
      at,
      status: "suspense",
      reason: isFee ? "outgoing" : "no_reference",
      paymentId: null,
    });
    const reference = { kind: "bank_transaction", id } as const;
    const [bank, unknown] = [{ kind: "bank" }, { kind: isFee ? "outflow" : "suspense" }] as const;
    ledger.post({
      key: `bank_transaction:${id}:${isFee ? "outflow" : "receipt"}`,
      debit: isFee ? unknown : bank,
      credit: isFee ? bank : unknown,
      amountVnd,
      reason: isFee ? "bank_outflow" : "bank_receipt",
      reference,
      at,
    });
  }
}
