import { invariant, present } from "~/platform/invariant";
import { ZERO_VND, allocateVnd, sumVnd, vnd, type Vnd } from "~/platform/money";

export type SharedOrder = { lines: readonly { totalVnd: Vnd }[]; shippingVnd: Vnd };
export type VoucherShares = {
  /** In the order of the input: of each order its whole share, and of each of its lines. */
  orders: { voucherVnd: Vnd; lines: Vnd[] }[];
};

/** Nobody has smaller notes at the door. */
const CASH_STEP = 1_000;

/**
 * What of a voucher falls on each order and, within it, on each line and on the shipping: the goods first, in proportion
 * to what they cost, then the shipping. Between orders it is shared in whole thousands, because each is paid at its own
 * door; within one to the đồng. All of it is shared, and nothing gets more than it costs.
 * @param voucherVnd at most what all of it costs
 */
export function shareVoucher(voucherVnd: Vnd, orders: readonly SharedOrder[]): VoucherShares {
  const costs = orders.map(({ lines, shippingVnd }) => {
    return { itemsVnd: sumVnd(lines.map((line) => line.totalVnd)), shippingVnd };
  });
  const goodsVnd = vnd(Math.min(voucherVnd, sumVnd(costs.map((cost) => cost.itemsVnd))));
  const restVnd = vnd(voucherVnd - goodsVnd);
  const shippings = costs.map((cost) => cost.shippingVnd);
  invariant(restVnd <= sumVnd(shippings), "a voucher of more than what is bought");
  const goods = allocateVnd(
    goodsVnd,
    costs.map((cost) => cost.itemsVnd),
  );
  const rests = allocateVnd(restVnd, shippings);
  const shares = inThousands(
    costs.map((cost, i) => ({
      fairVnd: sumVnd([goods[i] ?? ZERO_VND, rests[i] ?? ZERO_VND]),
      mostVnd: sumVnd([cost.itemsVnd, cost.shippingVnd]),
    })),
  );
  return {
    orders: orders.map(({ lines }, i) => {
      const share = present(shares[i], "an order without its share");
      const ofGoodsVnd = vnd(Math.min(share, costs[i]?.itemsVnd ?? 0));
      const totals = lines.map((line) => line.totalVnd);
      return { voucherVnd: share, lines: allocateVnd(ofGoodsVnd, totals) };
    }),
  };
}

/**
 * Fair shares in whole thousands, with the same sum: each is rounded down, then a thousand goes to whoever is furthest
 * behind what is fair, the earlier one of two, and the last one takes what is no whole thousand. None gets more than its
 * most; only where nobody has room for so much at once is a share filled to its most, the widest room first.
 */
function inThousands(orders: readonly { fairVnd: Vnd; mostVnd: Vnd }[]): Vnd[] {
  const parts = orders.map(({ fairVnd, mostVnd }) => {
    return { fairVnd, mostVnd, shareVnd: fairVnd - (fairVnd % CASH_STEP) };
  });
  const room = (part: (typeof parts)[number]) => part.mostVnd - part.shareVnd;
  const behind = (part: (typeof parts)[number]) => part.fairVnd - part.shareVnd;
  let leftVnd = parts.reduce((sum, part) => sum + behind(part), 0);
  // Less than a thousand is left of each, and each is filled to its most once.
  for (let turn = 0; leftVnd > 0 && turn < 2 * parts.length; turn += 1) {
    const step = Math.min(leftVnd, CASH_STEP);
    const [next] = parts
      .filter((part) => room(part) >= step)
      .toSorted((a, b) => behind(b) - behind(a));
    const [widest] = parts.toSorted((a, b) => room(b) - room(a));
    const taker = present(next ?? widest, "nobody to share with");
    const moreVnd = Math.min(step, room(taker));
    taker.shareVnd += moreVnd;
    leftVnd -= moreVnd;
  }
  invariant(leftVnd === 0, "a part of a voucher that nobody has room for");
  return parts.map((part) => vnd(part.shareVnd));
}
