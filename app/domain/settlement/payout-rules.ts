import { DAY_MS } from "~/platform/period";
import type { PayoutStop } from "./payout-stops";
import type { Payable, PayableOrder } from "./types-payouts";

/**
 * An account that was named or changed takes no money for so long: whoever took a household's sign-in could name their
 * own, and the household, which is told at once, has these days to call the department.
 */
const ACCOUNT_WAIT_DAYS = 3;
/**
 * So long after somebody came in by an officer's code, or changed their phone, whatever is named meanwhile takes no money:
 * such a household may have no phone on which it hears of it, and has to hear by other ways.
 */
export const ENTRY_WAIT_DAYS = 14;

/** `heldUntil`: see `heldAfterEntry`. */
export function accountUsableAt(account: { enteredAt: number; heldUntil: number | null }): number {
  const waited = account.enteredAt + ACCOUNT_WAIT_DAYS * DAY_MS;
  return Math.max(waited, account.heldUntil ?? 0);
}

/**
 * Until when an account that is named at this moment is held; null where nobody came in by an officer's code lately, nor
 * changed their phone.
 * @param entries when each last happened; null: never
 */
export function heldAfterEntry(entries: readonly (number | null)[], at: number): number | null {
  const until = Math.max(...entries.map((one) => one ?? -Infinity)) + ENTRY_WAIT_DAYS * DAY_MS;
  return at < until ? until : null;
}

/** What can be paid of a household's orders, after what it owes. */
export function payableOf(orders: readonly PayableOrder[], owedVnd: number): Payable {
  const sum = (some: readonly PayableOrder[]) =>
    some.reduce((total, { amountVnd }) => total + amountVnd, 0);
  const counted = orders.filter(({ state }) => state === "ripe" || state === "set_off");
  const ripeVnd = sum(counted);
  return {
    comingVnd: sum(orders.filter((order) => !counted.includes(order))),
    withProgrammesVnd: sum(orders.filter(({ state }) => state === "with_programme")),
    ripeVnd: Math.max(0, ripeVnd),
    owedVnd,
    payableVnd: Math.max(0, ripeVnd - owedVnd),
    orders: counted,
  };
}

/** What keeps it from being paid now; empty when nothing does. */
export function stopsOf(given: {
  payable: Payable;
  usableAt: number | null;
  isSuspended: boolean;
  at: number;
}): PayoutStop[] {
  const { payable, usableAt, isSuspended, at } = given;
  const stops: PayoutStop[] = [];
  if (payable.payableVnd === 0) stops.push(whyNothing(payable));
  if (usableAt === null) stops.push("account_missing");
  else if (at < usableAt) stops.push("account_waiting");
  if (isSuspended) stops.push("suspended");
  return stops;
}

function whyNothing({ ripeVnd, withProgrammesVnd }: Payable): PayoutStop {
  if (ripeVnd > 0) return "owes_more";
  return withProgrammesVnd > 0 ? "with_programme" : "nothing_ripe";
}

/**
 * Takes what a household owes from the orders that are paid first: how much of each. The rest of each is what its payout
 * pays.
 */
export function takeFrom(
  orders: readonly PayableOrder[],
  owedVnd: number,
): { orderId: string; amountVnd: number }[] {
  const taken: { orderId: string; amountVnd: number }[] = [];
  let leftVnd = owedVnd;
  for (const { orderId, amountVnd } of orders) {
    const part = Math.min(leftVnd, amountVnd);
    if (part <= 0) continue;
    taken.push({ orderId, amountVnd: part });
    leftVnd -= part;
  }
  return taken;
}
