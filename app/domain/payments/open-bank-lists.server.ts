import { settings } from "~/platform/env.server";
import type { BankList } from "./bank-list";
import { readCassoList } from "./read-casso-list.server";
import { readSepayList } from "./read-sepay-list.server";

/** The lists that this installation can ask for. payOS has none (`payos-notice.ts`). */
export function openBankLists({ pauseMs }: { pauseMs: number }): BankList[] {
  const all = settings();
  const lists: BankList[] = [];
  if (all.SEPAY_API_TOKEN) {
    const account = { base: all.SEPAY_API_BASE, token: all.SEPAY_API_TOKEN };
    lists.push({ provider: "sepay", read: (window) => readSepayList(account, window) });
  }
  if (all.CASSO_API_KEY) {
    const account = { base: all.CASSO_API_BASE, apiKey: all.CASSO_API_KEY, pauseMs };
    lists.push({ provider: "casso", read: (window) => readCassoList(account, window) });
  }
  return lists;
}
