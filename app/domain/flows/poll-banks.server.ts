import type { BankList } from "~/domain/payments/bank-list";
import { now } from "~/platform/clock.server";
import { HOUR_MS } from "~/platform/period";
import { pollBankList } from "./poll-bank-list.server";

/** When each list was last read far back, by this process: so the first time after a start, too. */
const thoroughAt = new WeakMap<BankList, number>();

/** Asks all lists in turn; one that fails keeps no other from being asked. `isMore`: one of them has more to tell. */
export async function pollBanks(
  lists: readonly BankList[],
  { pauseMs }: { pauseMs: number },
): Promise<{ isMore: boolean }> {
  let isMore = false;
  for (const list of lists) {
    const isDue = now() - (thoroughAt.get(list) ?? 0) >= HOUR_MS;
    const lookBack = isDue ? "thoroughly" : "usually";
    const polled = await pollBankList(list, { lookBack, pauseMs });
    if (!polled.ok) continue;
    // Also when it was not finished: what is left of it is read on from where it ended.
    if (isDue) thoroughAt.set(list, now());
    isMore ||= polled.value.isMore;
  }
  return { isMore };
}
