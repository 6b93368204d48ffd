import fc from "fast-check";
import { expect, it } from "vitest";
import { sumVnd, vnd } from "~/platform/money";
import { shareVoucher } from "./voucher-shares";

const amount = (min: number) => fc.integer({ min, max: 9_999_999 }).map(vnd);
const order = fc.record({
  lines: fc.array(fc.record({ totalVnd: amount(1) }), { minLength: 1, maxLength: 5 }),
  shippingVnd: amount(0),
});

it("shares all of it to the đồng, the goods first, and nobody gets more than it costs", () => {
  const some = fc.tuple(fc.array(order, { minLength: 1, maxLength: 4 }), fc.nat(1_000));
  fc.assert(
    fc.property(some, ([orders, permille]) => {
      const goodsVnd = sumVnd(orders.flatMap((one) => one.lines.map((line) => line.totalVnd)));
      const totalVnd = sumVnd([goodsVnd, ...orders.map((one) => one.shippingVnd)]);
      const voucherVnd = vnd(Math.floor((totalVnd * permille) / 1_000));
      const shares = shareVoucher(voucherVnd, orders).orders;
      expect(sumVnd(shares.map((share) => share.voucherVnd))).toBe(voucherVnd);
      const onGoods = sumVnd(shares.flatMap((share) => share.lines));
      expect(onGoods).toBe(Math.min(voucherVnd, goodsVnd));
      for (const [i, { lines, shippingVnd }] of orders.entries()) {
        const share = shares[i];
        const ofShipping = (share?.voucherVnd ?? 0) - sumVnd(share?.lines ?? []);
        expect(ofShipping).toBeGreaterThanOrEqual(0);
        expect(ofShipping).toBeLessThanOrEqual(shippingVnd);
        for (const [j, line] of lines.entries()) {
          expect(share?.lines[j]).toBeLessThanOrEqual(line.totalVnd);
        }
      }
    }),
  );
});

it("gives the đồng that is left over to the largest remainder", () => {
  const lines = [{ totalVnd: vnd(185_000) }];
  const tea = [{ totalVnd: vnd(270_003) }];
  const shippingVnd = vnd(37_000);
  expect(
    shareVoucher(vnd(50_000), [
      { lines, shippingVnd },
      { lines: tea, shippingVnd },
    ]).orders,
  ).toEqual([
    { voucherVnd: 20_330, lines: [20_330] }, // 20,329.54: the larger remainder
    { voucherVnd: 29_670, lines: [29_670] },
  ]);
});

it("throws on more than all of it costs", () => {
  const one = { lines: [{ totalVnd: vnd(1_000) }], shippingVnd: vnd(10) };
  expect(() => shareVoucher(vnd(1_011), [one])).toThrow("more than what is bought");
});
