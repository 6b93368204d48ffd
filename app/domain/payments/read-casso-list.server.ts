import { pause } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed } from "~/platform/result";
import { askBankList } from "./ask-bank-list.server";
import type { BankList, PollWindow } from "./bank-list";
import { parseCassoRow } from "./casso-notice";
import { toldLine, type ToldLine } from "./read-bank-notices";

const PAGE_SIZE = 100;
const PAGES_MAX = 100;

/**
 * The lines of the days that a time touches, from Casso's list: oldest first, so that a line that comes in while it is
 * read moves others to a later page and hides none.
 * Source: developer.casso.vn, «API lấy giao dịch». No limit of questions is given there.
 */
export async function readCassoList(
  { base, apiKey, pauseMs }: { base: string; apiKey: string; pauseMs: number },
  { from, to }: PollWindow,
): ReturnType<BankList["read"]> {
  const lines: ToldLine[] = [];
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    if (page > 1) await pause(pauseMs);
    const query = new URLSearchParams({
      fromDate: localDateOf(from),
      toDate: localDateOf(to),
      page: String(page),
      pageSize: String(PAGE_SIZE),
      sort: "ASC",
    });
    const asked = await askBankList({
      url: `${base}/transactions?${query}`,
      authorization: `Apikey ${apiKey}`,
    });
    if (!asked.ok) return fail(asked.code);
    const answer = pageOf(asked.value);
    if (answer === null) return fail("answer_unreadable");
    lines.push(...answer.rows.map((row) => toldLine(parseCassoRow(row), JSON.stringify(row))));
    if (answer.isLast) return succeed({ kind: "all", lines });
  }
  return succeed({ kind: "too_many" });
}

function pageOf(answer: unknown): { rows: unknown[]; isLast: boolean } | null {
  if (typeof answer !== "object" || answer === null) return null;
  const { error, data }: { error?: unknown; data?: unknown } = answer;
  if (error !== 0 || typeof data !== "object" || data === null) return null;
  const { records, page, totalPages }: Record<"records" | "page" | "totalPages", unknown> = {
    records: undefined,
    page: undefined,
    totalPages: undefined,
    ...data,
  };
  if (!Array.isArray(records)) return null;
  const isLast =
    typeof page === "number" && typeof totalPages === "number"
      ? page >= totalPages
      : records.length < PAGE_SIZE;
  return { rows: records, isLast: isLast || records.length === 0 };
}
