import fc from "fast-check";
import { expect, it } from "vitest";
import { shareVoucher } from "~/domain/orders/voucher-shares";
import { sumVnd, vnd } from "~/platform/money";
import { returnAmounts } from "./return-amounts";

const line = fc
  .record({
    unitPriceVnd: fc.integer({ min: 1, max: 5_000_000 }),
    quantity: fc.integer({ min: 1, max: 20 }),
    commissionBps: fc.integer({ min: 0, max: 2_000 }),
    vatBps: fc.integer({ min: 0, max: 700 }),
    pitBps: fc.integer({ min: 0, max: 700 }),
  })
  .map((one) => ({ ...one, returnedBefore: 0, ocopSet: 4 }));
const anyOrder = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    shippingVnd: fc.integer({ min: 0, max: 200_000 }),
    shippingVatBps: fc.integer({ min: 0, max: 700 }),
    shippingPitBps: fc.integer({ min: 0, max: 700 }),
    // Of all that the order costs, shipping too.
    voucherPermille: fc.integer({ min: 0, max: 1_000 }),
  })
  .map(({ voucherPermille, ...order }) => {
    const lines = order.lines.map((one) => ({ totalVnd: vnd(one.unitPriceVnd * one.quantity) }));
    const shippingVnd = vnd(order.shippingVnd);
    const totalVnd = sumVnd([...lines.map((one) => one.totalVnd), shippingVnd]);
    const voucherVnd = vnd(Math.floor((totalVnd * voucherPermille) / 1_000));
    const [share] = shareVoucher(voucherVnd, [{ lines, shippingVnd }]).orders;
    const shared = order.lines.map((one, i) => ({ ...one, voucherVnd: share?.lines[i] ?? 0 }));
    return { ...order, lines: shared, voucherVnd };
  });
const NO_TAX = { vatBps: 0, pitBps: 0, voucherVnd: 0 };
const NO_SHIPPING_TAX = { shippingVatBps: 0, shippingPitBps: 0, voucherVnd: 0 };

it("gives back the whole order to the đồng, in however many parts it comes", () => {
  fc.assert(
    fc.property(anyOrder, fc.infiniteStream(fc.nat(20)), ({ lines, ...shipping }, parts) => {
      const { shippingVnd } = shipping;
      let [refundVnd, backVnd, commissionVnd, vatVnd, pitVnd, voucherVnd] = [0, 0, 0, 0, 0, 0];
      let state = lines.map((one) => ({ ...one, returning: 0 }));
      for (let round = 0; round < 200; round += 1) {
        const isLastRound = round === 199;
        state = state.map((one) => {
          const left = one.quantity - one.returnedBefore;
          return { ...one, returning: isLastRound ? left : Math.min(left, parts.next().value) };
        });
        const amounts = returnAmounts({ lines: state, ...shipping, withShipping: true });
        refundVnd += amounts.refundVnd;
        backVnd += amounts.shippingVnd;
        commissionVnd += amounts.commissionVnd;
        vatVnd += amounts.vatVnd;
        pitVnd += amounts.pitVnd;
        voucherVnd += amounts.voucherVnd;
        // To the buyer and to the programme: neither gives anything, whatever comes back.
        expect(amounts.voucherVnd).toBeGreaterThanOrEqual(0);
        expect(amounts.voucherVnd).toBeLessThanOrEqual(amounts.refundVnd);
        expect(amounts.refundVnd).toBe(amounts.itemsVnd + amounts.shippingVnd);
        expect(amounts.shippingVnd).toBeGreaterThanOrEqual(0);
        expect(amounts.commissionVnd).toBeLessThanOrEqual(amounts.itemsVnd);
        state = state.map((one) => ({
          ...one,
          returnedBefore: one.returnedBefore + one.returning,
          returning: 0,
        }));
        if (state.every((one) => one.returnedBefore === one.quantity)) break;
      }
      const soldVnd = lines.reduce((sum, one) => sum + one.unitPriceVnd * one.quantity, 0);
      const half = (amountVnd: number, bps: number) =>
        Math.floor((amountVnd * bps + 5_000) / 10_000);
      const taken = (rate: "commissionBps" | "vatBps" | "pitBps") =>
        lines.reduce((sum, one) => sum + half(one.unitPriceVnd * one.quantity, one[rate]), 0);
      expect(backVnd).toBe(shippingVnd);
      expect(refundVnd).toBe(soldVnd + shippingVnd);
      expect(voucherVnd).toBe(shipping.voucherVnd);
      expect(commissionVnd).toBe(taken("commissionBps"));
      expect(vatVnd).toBe(taken("vatBps") + half(shippingVnd, shipping.shippingVatBps));
      expect(pitVnd).toBe(taken("pitBps") + half(shippingVnd, shipping.shippingPitBps));
    }),
  );
});

it("leaves the shipping where it is for who only changed their mind", () => {
  const one = {
    unitPriceVnd: 90_001,
    quantity: 3,
    commissionBps: 500,
    vatBps: 100,
    pitBps: 50,
    voucherVnd: 3_001,
    returnedBefore: 0,
    ocopSet: 4,
  };
  const order = {
    lines: [{ ...one, returning: 1 }],
    shippingVnd: 30_000,
    shippingVatBps: 300,
    shippingPitBps: 150,
    voucherVnd: 3_001 + 900,
  };
  expect(returnAmounts({ ...order, withShipping: false })).toMatchObject({
    itemsVnd: 90_001,
    shippingVnd: 0,
    refundVnd: 90_001,
    voucherVnd: 1_000, // rounded down: the last pack takes the rest
    commissionVnd: 4_500,
    vatVnd: 900,
    pitVnd: 450,
  });
  expect(returnAmounts({ ...order, withShipping: true })).toMatchObject({
    shippingVnd: 10_000,
    voucherVnd: 1_000 + 300,
    vatVnd: 900 + 300,
    pitVnd: 450 + 150,
  });
});

it("throws when more comes back than was sold", () => {
  const one = { unitPriceVnd: 1_000, quantity: 2, commissionBps: 500, ocopSet: 4, ...NO_TAX };
  const back = {
    lines: [{ ...one, returnedBefore: 1, returning: 2 }],
    shippingVnd: 0,
    ...NO_SHIPPING_TAX,
  };
  expect(() => returnAmounts({ ...back, withShipping: true })).toThrow("more comes back");
});

it("takes the shipping by what travelled: a stay has no part in it", () => {
  const tea = { unitPriceVnd: 70_000, quantity: 1, commissionBps: 500, ocopSet: 4, ...NO_TAX };
  const stay = { unitPriceVnd: 600_000, quantity: 4, commissionBps: 500, ocopSet: 26, ...NO_TAX };
  const back = (packs: { tea: number; stay: number }) =>
    returnAmounts({
      lines: [
        { ...tea, returnedBefore: 0, returning: packs.tea },
        { ...stay, returnedBefore: 0, returning: packs.stay },
      ],
      shippingVnd: 35_000,
      ...NO_SHIPPING_TAX,
      withShipping: true,
    }).shippingVnd;
  expect(back({ tea: 1, stay: 0 })).toBe(35_000);
  expect(back({ tea: 0, stay: 4 })).toBe(0);
});
