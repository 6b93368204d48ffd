import fc from "fast-check";
import { expect, it } from "vitest";
import { returnAmounts } from "./return-amounts";

const line = fc
  .record({
    unitPriceVnd: fc.integer({ min: 1, max: 5_000_000 }),
    quantity: fc.integer({ min: 1, max: 20 }),
    commissionBps: fc.integer({ min: 0, max: 2_000 }),
  })
  .map((one) => ({ ...one, returnedBefore: 0, ocopSet: 4 }));
const anyOrder = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  shippingVnd: fc.integer({ min: 0, max: 200_000 }),
});

it("gives back the whole order to the đồng, in however many parts it comes", () => {
  fc.assert(
    fc.property(anyOrder, fc.infiniteStream(fc.nat(20)), ({ lines, shippingVnd }, parts) => {
      let [refundVnd, backVnd, commissionVnd] = [0, 0, 0];
      let state = lines.map((one) => ({ ...one, returning: 0 }));
      for (let round = 0; round < 200; round += 1) {
        const isLastRound = round === 199;
        state = state.map((one) => {
          const left = one.quantity - one.returnedBefore;
          return { ...one, returning: isLastRound ? left : Math.min(left, parts.next().value) };
        });
        const amounts = returnAmounts({ lines: state, shippingVnd, withShipping: true });
        refundVnd += amounts.refundVnd;
        backVnd += amounts.shippingVnd;
        commissionVnd += amounts.commissionVnd;
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
      const takenVnd = lines.reduce(
        (sum, one) =>
          sum + Math.floor((one.unitPriceVnd * one.quantity * one.commissionBps + 5_000) / 10_000),
        0,
      );
      expect(backVnd).toBe(shippingVnd);
      expect(refundVnd).toBe(soldVnd + shippingVnd);
      expect(commissionVnd).toBe(takenVnd);
    }),
  );
});

it("leaves the shipping where it is for who only changed their mind", () => {
  const one = {
    unitPriceVnd: 90_001,
    quantity: 3,
    commissionBps: 500,
    returnedBefore: 0,
    ocopSet: 4,
  };
  const order = { lines: [{ ...one, returning: 1 }], shippingVnd: 30_000 };
  expect(returnAmounts({ ...order, withShipping: false })).toMatchObject({
    itemsVnd: 90_001,
    shippingVnd: 0,
    refundVnd: 90_001,
    commissionVnd: 4_500,
  });
  expect(returnAmounts({ ...order, withShipping: true }).shippingVnd).toBe(10_000);
});

it("throws when more comes back than was sold", () => {
  const one = { unitPriceVnd: 1_000, quantity: 2, commissionBps: 500, ocopSet: 4 };
  const back = { lines: [{ ...one, returnedBefore: 1, returning: 2 }], shippingVnd: 0 };
  expect(() => returnAmounts({ ...back, withShipping: true })).toThrow("more comes back");
});

it("takes the shipping by what travelled: a stay has no part in it", () => {
  const tea = { unitPriceVnd: 70_000, quantity: 1, commissionBps: 500, ocopSet: 4 };
  const stay = { unitPriceVnd: 600_000, quantity: 4, commissionBps: 500, ocopSet: 26 };
  const back = (packs: { tea: number; stay: number }) =>
    returnAmounts({
      lines: [
        { ...tea, returnedBefore: 0, returning: packs.tea },
        { ...stay, returnedBefore: 0, returning: packs.stay },
      ],
      shippingVnd: 35_000,
      withShipping: true,
    }).shippingVnd;
  expect(back({ tea: 1, stay: 0 })).toBe(35_000);
  expect(back({ tea: 0, stay: 4 })).toBe(0);
});
