import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { formatBankLocalTime, parseBankLocalTime } from "~/domain/payments/bank-local-time";
import { localDateOf } from "~/platform/period";

/** A line at the bank, which providers tell in their own words. */
export type BankLine = { id: number; at: number; amount: number; memo: string };
export type Fault = { status: number; body: string };

export const TOKEN = "token-of-this-test";
const ACCOUNT = "8888000012345";

/**
 * Both providers' lists on this machine, as their pages describe them: SePay newest first and cut at its limit, Casso
 * in pages. Counts the questions; says what it is told to while there is a fault.
 */
export async function openListServer() {
  const lines: BankLine[] = [];
  const asked: URL[] = [];
  const state = { fault: null as Fault | null, odd: [] as unknown[] };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    asked.push(url);
    const answer = (status: number, body: string) => response.writeHead(status).end(body);
    const { fault } = state;
    if (fault) return answer(fault.status, fault.body);
    const { authorization } = request.headers;
    if (url.pathname === "/sepay/transactions/list") {
      if (authorization !== `Bearer ${TOKEN}`) return answer(200, "");
      return answer(200, JSON.stringify(sepayAnswer(url.searchParams)));
    }
    if (authorization !== `Apikey ${TOKEN}`) return answer(401, "{}");
    return answer(200, JSON.stringify(cassoAnswer(url.searchParams)));
  });

  const sepayAnswer = (query: URLSearchParams) => {
    const from = parseBankLocalTime(query.get("transaction_date_min") ?? "") ?? 0;
    const to = parseBankLocalTime(query.get("transaction_date_max") ?? "") ?? Infinity;
    const rows = lines.filter(({ at }) => at >= from && at <= to).toSorted((a, b) => b.at - a.at);
    const transactions = [...state.odd, ...rows.map(sepayRow)];
    const whole = transactions.slice(0, Number(query.get("limit")));
    return { status: 200, error: null, transactions: whole };
  };

  const cassoAnswer = (query: URLSearchParams) => {
    const from = query.get("fromDate") ?? "";
    const to = query.get("toDate") ?? "";
    const rows = lines
      .filter(({ at }) => localDateOf(at) >= from && localDateOf(at) <= to)
      .toSorted((a, b) => a.at - b.at)
      .map(cassoRow);
    const all = [...state.odd, ...rows];
    const pageSize = Number(query.get("pageSize"));
    const page = Number(query.get("page"));
    const totalPages = Math.max(1, Math.ceil(all.length / pageSize));
    const records = all.slice((page - 1) * pageSize, page * pageSize);
    return { error: 0, message: "success", data: { page, pageSize, totalPages, records } };
  };

  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    lines,
    asked,
    state,
    settings: {
      SEPAY_API_TOKEN: TOKEN,
      SEPAY_API_BASE: `${origin}/sepay`,
      CASSO_API_KEY: TOKEN,
      CASSO_API_BASE: `${origin}/casso`,
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export function sepayRow({ id, at, amount, memo }: BankLine) {
  return {
    id: String(id),
    bank_brand_name: "Agribank",
    account_number: ACCOUNT,
    transaction_date: formatBankLocalTime(at),
    amount_out: "0.00",
    amount_in: `${amount}.00`,
    accumulated: "0.00",
    transaction_content: memo,
    reference_number: `FT${id}`,
    code: null,
    sub_account: null,
    bank_account_id: "19",
  };
}

/** Casso's own number of the same line, and the day where SePay tells the moment. */
function cassoRow({ id, at, amount, memo }: BankLine) {
  return {
    id: id + 500_000,
    tid: `FT${id}`,
    description: memo,
    amount,
    cusum_balance: 0,
    when: `${localDateOf(at)}T00:00:00`,
    bankSubAccId: ACCOUNT,
  };
}

/** As SePay's webhook would have told it. */
export function sepayNotice({ id, at, amount, memo }: BankLine): string {
  return JSON.stringify({
    id,
    transactionDate: formatBankLocalTime(at),
    accountNumber: ACCOUNT,
    content: memo,
    transferType: "in",
    transferAmount: amount,
    accumulated: 0,
    referenceCode: `FT${id}`,
  });
}
