import { invariant } from "~/platform/invariant";
import { ZERO_VND, allocateVnd, sumVnd, vnd, type Vnd } from "~/platform/money";

export type SharedOrder = { lines: readonly { totalVnd: Vnd }[]; shippingVnd: Vnd };
export type VoucherShares = {
  /** In the order of the input: of each order its whole share, and of each of its lines. */
  orders: { voucherVnd: Vnd; lines: Vnd[] }[];
};

/**
 * What of a voucher falls on each line and on the shipping of each order: the goods first, in proportion to what they
 * cost, then the shipping; largest remainders, so that the shares sum to it and none is more than what it is a share of.
 * @param voucherVnd at most what all of it costs
 */
export function shareVoucher(voucherVnd: Vnd, orders: readonly SharedOrder[]): VoucherShares {
  const lineTotals = orders.flatMap((order) => order.lines.map((line) => line.totalVnd));
  const shippings = orders.map((order) => order.shippingVnd);
  const goodsVnd = vnd(Math.min(voucherVnd, sumVnd(lineTotals)));
  const shippingVnd = vnd(voucherVnd - goodsVnd);
  invariant(shippingVnd <= sumVnd(shippings), "a voucher of more than what is bought");
  const ofLines = allocateVnd(goodsVnd, lineTotals);
  const ofShipping = allocateVnd(shippingVnd, shippings);
  let next = 0;
  return {
    orders: orders.map((order, i) => {
      const lines = ofLines.slice(next, next + order.lines.length);
      next += order.lines.length;
      return { voucherVnd: sumVnd([...lines, ofShipping[i] ?? ZERO_VND]), lines };
    }),
  };
}
