import { createHash } from "node:crypto";
import { VIETNAM_OFFSET_MS } from "../../../app/platform/period";
import { bankTransactions } from "../../schema/payments";
import { prepareInsert } from "../insert-rows";
import type { Random } from "./random";
import type { SampleWriter } from "./sample-writer";

/** The account that the samples were paid into; production never has samples. */
export const SAMPLE_ACCOUNT = { bankBin: "970405", accountNumber: "8888000012345" } as const;

// The bank's booking and the notice: a few seconds.
const NOTICE_DELAY_MS = 4_000;

export type SampleReceipt = { amountVnd: number; content: string; at: number } & (
  | { status: "matched"; reason: "paid"; paymentId: string }
  | { status: "matched"; reason: "disbursed"; paymentId: null }
  | { status: "suspense"; reason: "no_reference" | "outgoing"; paymentId: null }
);

/** Puts one line of the bank into the inbox a call, as a notice of SePay would have; answers its id. */
export function createBankInbox(
  { connection, newId, seal }: SampleWriter,
  { firstNoticeId }: { firstNoticeId: number },
) {
  const insert = prepareInsert(connection, bankTransactions);
  let noticeId = firstNoticeId;

  return ({ at, ...receipt }: SampleReceipt): string => {
    const id = newId("btx", at);
    const { amountVnd, content, reason } = receipt;
    const direction = reason === "outgoing" || reason === "disbursed" ? "out" : "in";
    const { accountNumber } = SAMPLE_ACCOUNT;
    const notice = {
      id: noticeId,
      gateway: "Agribank",
      transactionDate: bankTime(at),
      accountNumber,
      code: null,
      content,
      transferType: direction,
      transferAmount: amountVnd,
      accumulated: 0,
      subAccount: null,
      referenceCode: `MAU${noticeId}`,
      description: "",
    };
    insert({
      id,
      provider: "sepay",
      providerTransactionId: String(noticeId),
      bankReference: notice.referenceCode,
      balanceVnd: null,
      accountNumber,
      direction,
      ...receipt,
      occurredAt: at,
      receivedAt: at + NOTICE_DELAY_MS,
      sealedBody: seal(JSON.stringify(notice), id),
      contentHash: hashOf([accountNumber, direction, amountVnd, content, at]),
    });
    noticeId += 1;
    return id;
  };
}

/** What banks make of a memo: as it was, or with their own words around it. */
export function writeMemo(random: Random, reference: string): string {
  switch (random.whole(1, 4)) {
    case 1:
      return `MBVCB.${random.whole(1_000_000, 9_999_999)}.${reference}.CT tu 0000000000 NGUOI MUA MAU`;
    case 2:
      return `${reference} GD ${random.whole(100_000, 999_999)}`;
    case 3:
      return reference.toLowerCase();
    default:
      return reference;
  }
}

/** As payments/record-bank-transaction hashes the facts, so that a late repeat of the notice is known again. */
function hashOf(facts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

/** `YYYY-MM-DD HH:mm:ss` in Vietnam, as banks write it. */
function bankTime(instant: number): string {
  return new Date(instant + VIETNAM_OFFSET_MS).toISOString().slice(0, 19).replace("T", " ");
}
