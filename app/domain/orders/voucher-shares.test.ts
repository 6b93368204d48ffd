import fc from "fast-check";
import { expect, it } from "vitest";
import { sumVnd, vnd } from "~/platform/money";
import { shareVoucher, type SharedOrder } from "./voucher-shares";

const amount = (min: number) => fc.integer({ min, max: 9_999_999 }).map(vnd);
const order = fc.record({
  lines: fc.array(fc.record({ totalVnd: amount(1) }), { minLength: 1, maxLength: 5 }),
  shippingVnd: amount(0),
});

const checkout = fc.tuple(fc.array(order, { minLength: 1, maxLength: 4 }), fc.nat(1_000));
/** As prices are: in whole thousands; the voucher too. */
const round = fc.integer({ min: 1, max: 900 }).map((thousands) => vnd(thousands * 1_000));
const roundOrder = fc.record({
  lines: fc.array(fc.record({ totalVnd: round }), { minLength: 1, maxLength: 3 }),
  shippingVnd: round,
});
const totalsOf = (orders: readonly SharedOrder[]) =>
  orders.map((one) => sumVnd([...one.lines.map((line) => line.totalVnd), one.shippingVnd]));
const isOdd = (amountVnd: number) => amountVnd % 1_000 !== 0;
/** What would fall on each order if any part of a đồng could. */
function fairShares(voucherVnd: number, orders: readonly SharedOrder[]): number[] {
  const goods = orders.map((one) => sumVnd(one.lines.map((line) => line.totalVnd)));
  const [goodsVnd, shippingVnd] = [sumVnd(goods), sumVnd(orders.map((one) => one.shippingVnd))];
  const onGoodsVnd = Math.min(voucherVnd, goodsVnd);
  return orders.map(
    (one, i) =>
      (onGoodsVnd * (goods[i] ?? 0)) / goodsVnd +
      (shippingVnd && ((voucherVnd - onGoodsVnd) * one.shippingVnd) / shippingVnd),
  );
}

it("shares all of it to the đồng, an order's goods first, and nobody gets more than it costs", () => {
  fc.assert(
    fc.property(checkout, ([orders, permille]) => {
      const totals = totalsOf(orders);
      const voucherVnd = vnd(Math.floor((sumVnd(totals) * permille) / 1_000));
      const shares = shareVoucher(voucherVnd, orders).orders;
      expect(sumVnd(shares.map((share) => share.voucherVnd))).toBe(voucherVnd);
      for (const [i, { lines }] of orders.entries()) {
        const share = shares[i] ?? { voucherVnd: -1, lines: [] };
        expect(share.voucherVnd).toBeGreaterThanOrEqual(0);
        expect(share.voucherVnd).toBeLessThanOrEqual(totals[i] ?? -1);
        const goodsVnd = sumVnd(lines.map((line) => line.totalVnd));
        expect(sumVnd(share.lines)).toBe(Math.min(share.voucherVnd, goodsVnd));
        for (const [j, line] of lines.entries()) {
          expect(share.lines[j]).toBeLessThanOrEqual(line.totalVnd);
        }
      }
    }),
  );
});

it("shares in whole thousands among orders, all but one, wherever that can be, and near what is fair", () => {
  const small = fc.record({
    lines: fc.array(fc.record({ totalVnd: fc.integer({ min: 1, max: 4_000 }).map(vnd) }), {
      minLength: 1,
      maxLength: 2,
    }),
    shippingVnd: fc.integer({ min: 0, max: 2_000 }).map(vnd),
  });
  const any = fc.tuple(
    fc.array(fc.oneof(small, order), { minLength: 1, maxLength: 5 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  let countOfForced = 0;
  fc.assert(
    fc.property(any, ([orders, part]) => {
      const totals = totalsOf(orders);
      const voucherVnd = vnd(Math.floor(sumVnd(totals) * part));
      const shares = shareVoucher(voucherVnd, orders).orders.map((share) => share.voucherVnd);
      // What one order can take at most of the part that is no whole thousand, beside whole thousands on all others.
      const rest = voucherVnd % 1_000;
      const whole = totals.map((totalVnd) => totalVnd - (totalVnd % 1_000));
      const canBe = totals.some((totalVnd, i) => {
        const mostVnd = totalVnd - ((totalVnd - rest) % 1_000);
        const othersVnd = sumVnd(whole) - (whole[i] ?? 0);
        return totalVnd >= rest && othersVnd + mostVnd >= voucherVnd;
      });
      if (canBe) expect(shares.filter(isOdd).length).toBeLessThanOrEqual(1);
      else countOfForced += 1;
      const fair = fairShares(voucherVnd, orders);
      const isTight = totals.some((totalVnd, i) => totalVnd - (fair[i] ?? 0) < 1_000);
      for (const [i, share] of shares.entries()) {
        const overVnd = share - (fair[i] ?? 0);
        expect(overVnd).toBeGreaterThan(-1_001);
        // Somebody takes what another has no room for.
        expect(overVnd).toBeLessThan(1_001 * (isTight ? orders.length : 1));
      }
    }),
    { numRuns: 2_000 },
  );
  expect(countOfForced).toBeGreaterThan(0);
});

it("leaves nothing to pay that cash cannot, where prices and voucher are whole thousands", () => {
  const any = fc.tuple(fc.array(roundOrder, { minLength: 1, maxLength: 6 }), fc.nat(1_000));
  fc.assert(
    fc.property(any, ([orders, permille]) => {
      const totals = totalsOf(orders);
      const voucherVnd = vnd(Math.floor((sumVnd(totals) * permille) / 1_000_000) * 1_000);
      const { orders: shares } = shareVoucher(voucherVnd, orders);
      expect(totals.map((totalVnd, i) => totalVnd - (shares[i]?.voucherVnd ?? 0)).filter(isOdd)) //
        .toEqual([]);
    }),
  );
});

const orderOf = (itemsVnd: number, shippingVnd = 0) => ({
  lines: [{ totalVnd: vnd(itemsVnd) }],
  shippingVnd: vnd(shippingVnd),
});
const sharesOf = (voucherVnd: number, orders: SharedOrder[]) =>
  shareVoucher(vnd(voucherVnd), orders).orders.map((share) => share.voucherVnd);

it.each([
  ["the same of three", 50_000, [120_000, 120_000, 120_000], [17_000, 17_000, 16_000]],
  ["the largest remainder", 50_000, [185_000, 270_003], [20_000, 30_000]],
  ["a rest to whoever is furthest behind", 50_500, [185_000, 270_003], [20_500, 30_000]],
  ["less than a thousand each", 2_000, [70_000, 70_000, 70_000], [1_000, 1_000, 0]],
  ["no more than an order costs", 10_000, [1_500, 9_400], [1_000, 9_000]],
  ["one order", 50_321, [185_000], [50_321]],
  ["all of it", 455_003, [185_000, 270_003], [185_000, 270_003]],
  ["nobody has room for all that is left", 1_700, [900, 900], [900, 800]],
  ["nothing", 0, [185_000, 270_003], [0, 0]],
])("whole thousands: %s", (_, voucherVnd, totals, shares) => {
  const orders = totals.map((totalVnd) => orderOf(totalVnd));
  expect(sharesOf(voucherVnd, orders)).toEqual(shares);
});

it("puts on an order's shipping what its goods do not cost", () => {
  const orders = [orderOf(185_500, 37_000), orderOf(270_500, 30_000)];
  expect(shareVoucher(vnd(456_000), orders).orders).toEqual([
    { voucherVnd: 186_000, lines: [185_500] },
    { voucherVnd: 270_000, lines: [270_000] },
  ]);
});

it("throws on more than all of it costs", () => {
  const one = { lines: [{ totalVnd: vnd(1_000) }], shippingVnd: vnd(10) };
  expect(() => shareVoucher(vnd(1_011), [one])).toThrow("more than what is bought");
});
