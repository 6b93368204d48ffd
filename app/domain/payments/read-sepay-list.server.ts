import { fail, succeed } from "~/platform/result";
import { askBankList } from "./ask-bank-list.server";
import { formatBankLocalTime } from "./bank-local-time";
import type { BankList, PollWindow } from "./bank-list";
import { toldLine } from "./read-bank-notices";
import { parseSepayRow } from "./sepay-notice";

/** The most that it tells at once; then it is not said which were left out. */
const LIMIT = 5_000;

/**
 * The lines of a time, from SePay's list, in whatever order. Times and not `since_id`, because what is cut off at the
 * limit is the older ones, and because this is what SePay's own page on reconciling asks for.
 * Source: developer.sepay.vn, «API Giao dịch» (version 1) and «Đối soát giao dịch»; at most 2 questions a second.
 */
export async function readSepayList(
  { base, token }: { base: string; token: string },
  { from, to }: PollWindow,
): ReturnType<BankList["read"]> {
  const query = new URLSearchParams({
    transaction_date_min: formatBankLocalTime(from),
    transaction_date_max: formatBankLocalTime(to),
    limit: String(LIMIT),
  });
  const asked = await askBankList({
    url: `${base}/transactions/list?${query}`,
    authorization: `Bearer ${token}`,
  });
  if (!asked.ok) return fail(asked.code);
  const rows = rowsOf(asked.value);
  if (rows === null) return fail("answer_unreadable");
  if (rows.length >= LIMIT) return succeed({ kind: "too_many" });
  return succeed({
    kind: "all",
    lines: rows.map((row) => toldLine(parseSepayRow(row), JSON.stringify(row))),
  });
}

function rowsOf(answer: unknown): unknown[] | null {
  if (typeof answer !== "object" || answer === null) return null;
  const { status, transactions }: { status?: unknown; transactions?: unknown } = answer;
  return status === 200 && Array.isArray(transactions) ? transactions : null;
}
