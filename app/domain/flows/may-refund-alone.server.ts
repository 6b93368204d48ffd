import { CARD_REFUND_HELD } from "~/domain/payments/card-status";
import { sumCardRefundsBy } from "~/domain/payments/queries-card-refund-sums.server";
import { listCardRefundsOf } from "~/domain/payments/queries-cards-records.server";
import { TWO_PERSON_FROM_VND } from "~/domain/settlement/allocation-purposes";
import { hasAllocatedMoney } from "~/domain/settlement/queries.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf, startOfDate } from "~/platform/period";

/**
 * Whether an officer alone may say that so much goes back to a card: below a limit, all of one purchase or of the officer's
 * day together, and not where a person had said that money was this buyer's.
 */
export async function mayRefundAlone(
  tx: Transaction,
  asked: { userId: string; checkoutId: string; amountVnd: number },
): Promise<boolean> {
  const { userId, checkoutId, amountVnd } = asked;
  const earlier = await listCardRefundsOf(tx, { checkoutId });
  const byPeopleVnd = earlier
    .filter(({ status }) => CARD_REFUND_HELD.some((held) => held === status))
    .reduce((total, refund) => total + (refund.cause === "owed" ? refund.amountVnd : 0), 0);
  const since = startOfDate(localDateOf(now()));
  const earlierVnd = Math.max(byPeopleVnd, await sumCardRefundsBy(tx, { userId, since }));
  const isSmall = earlierVnd + amountVnd < TWO_PERSON_FROM_VND;
  return isSmall && !(await hasAllocatedMoney(tx, checkoutId));
}
