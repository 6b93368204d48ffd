import { z } from "zod";
import { vnd } from "~/platform/money";
import type { Result } from "~/platform/result";
import type { BankNotice } from "./bank-notice";
import { balanceOf, noticeFields, readNoticeBy } from "./notice-fields";

type CassoFacts = {
  id: number;
  reference?: string | null | undefined;
  description: string;
  amount: number;
  balance: unknown;
  at: number;
  accountNumber: string;
};

/** Outgoing money has a minus, as in Casso's own examples of the list; zero is what we store as ignored. */
function noticeOf(facts: CassoFacts): BankNotice {
  return {
    provider: "casso",
    providerTransactionId: String(facts.id),
    accountNumber: facts.accountNumber,
    direction: facts.amount < 0 ? "out" : "in",
    amountVnd: vnd(Math.abs(facts.amount)),
    content: facts.description,
    occurredAt: facts.at,
    bankReference: facts.reference || null,
    balanceVnd: balanceOf(facts.balance),
  };
}

/** Version 2 of the webhook: one line. Source: Casso's signed example, of which the vector in the tests is. */
const webhookSchema = z
  .object({
    id: z.int().min(1),
    reference: noticeFields.reference.nullish(),
    description: noticeFields.content,
    amount: noticeFields.amount,
    runningBalance: z.unknown().optional(),
    transactionDateTime: noticeFields.localTime,
    accountNumber: noticeFields.accountNumber,
  })
  .transform((wire) =>
    noticeOf({ ...wire, balance: wire.runningBalance, at: wire.transactionDateTime }),
  );

/** A day, a moment, or a moment with a T: all three are in Casso's examples. A time with a zone is not, and is refused. */
const when = z
  .string()
  .transform((text) => (text.length === 10 ? `${text} 00:00:00` : text.replace("T", " ")))
  .pipe(noticeFields.localTime);

/**
 * A line of version 1 of the webhook and of the list; some examples write `bank_sub_acc_id`, some `bankSubAccId`.
 * Source: developer.casso.vn, «API lấy giao dịch» and, for version 1, «Thiết lập Webhook thủ công».
 */
const rowSchema = z
  .object({
    id: z.int().min(1),
    tid: noticeFields.reference.nullish(),
    description: noticeFields.content,
    amount: noticeFields.amount,
    cusum_balance: z.unknown().optional(),
    when,
    bank_sub_acc_id: noticeFields.accountNumber.nullish(),
    bankSubAccId: noticeFields.accountNumber.nullish(),
  })
  .transform((wire, context) => {
    const accountNumber = wire.bankSubAccId ?? wire.bank_sub_acc_id;
    if (accountNumber == null) {
      context.addIssue({ code: "custom", message: "no account", path: ["bankSubAccId"] });
      return z.NEVER;
    }
    const { id, tid, description, amount } = wire;
    const told = { id, reference: tid, description, amount, accountNumber };
    return noticeOf({ ...told, balance: wire.cusum_balance, at: wire.when });
  });

/** One line as version 2 of the webhook tells it. */
export function parseCassoLine(line: unknown): Result<BankNotice, "bank_notice_invalid"> {
  return readNoticeBy(webhookSchema, line);
}

/** One line as version 1 and the list tell it. */
export function parseCassoRow(row: unknown): Result<BankNotice, "bank_notice_invalid"> {
  return readNoticeBy(rowSchema, row);
}

/** The transfer that Casso makes up when somebody tries an address («Gọi thử»): number 0, and nobody's money. */
export function isCassoSample(line: unknown): boolean {
  if (typeof line !== "object" || line === null) return false;
  const { id, reference, tid }: { id?: unknown; reference?: unknown; tid?: unknown } = line;
  return id === 0 && (reference ?? tid) === "MA_GIAO_DICH_THU_NGHIEM";
}
