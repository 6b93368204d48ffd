import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRODUCT_TAX_CLASSES } from "~/domain/catalog/tax-class";
import { vnd } from "~/platform/money";
import { compareOrderCodes, orderCodeOf } from "./order-code";
import { hasReached, isVisibleToHousehold } from "./order-progress";
import { ORDER_STATUSES } from "./order-status";
import { checkoutTotals, mergeLines, orderTotals, readableLines } from "./order-totals";
import { taxOf, type SaleTax } from "./sale-tax";

const line = (productId: string, quantity: number) => ({ productId, quantity });

describe("mergeLines", () => {
  it("adds up lines of one product, in the order of first mention", () => {
    expect(mergeLines([line("b", 1), line("a", 2), line("b", 3)])).toEqual({
      ok: true,
      value: [line("b", 4), line("a", 2)],
    });
  });

  it.each([0, -1, 1.5, 1000, NaN, Infinity, 2 ** 53])("refuses %s packs", (quantity) => {
    expect(mergeLines([line("a", quantity)])).toEqual({ ok: false, code: "quantity_invalid" });
  });

  it("takes 1 and 999 packs", () => {
    expect(mergeLines([line("a", 1), line("b", 999)]).ok).toBe(true);
  });

  it("counts packs after merging", () => {
    expect(mergeLines([line("a", 999), line("a", 1)])).toEqual({
      ok: false,
      code: "quantity_invalid",
    });
  });

  it("takes 40 products and not 41, and not none", () => {
    const products = Array.from({ length: 41 }, (_, i) => line(`p${i}`, 1));
    expect(mergeLines(products.slice(0, 40)).ok).toBe(true);
    expect(mergeLines(products)).toEqual({ ok: false, code: "too_many_lines" });
    expect(mergeLines([])).toEqual({ ok: false, code: "cart_empty" });
  });
});

it("reads of a cart what can be read", () => {
  const lines = [line("a", 999), line("b", 0), line("a", 5), line("c", 2.5), line("d", 3)];
  expect(readableLines(lines)).toEqual([line("a", 999), line("d", 3)]);
  const many = Array.from({ length: 60 }, (_, i) => line(`p${i}`, 1));
  expect(readableLines(many)).toHaveLength(40);
  expect(readableLines([])).toEqual([]);
});

const taxClass = "processed" as const;
const DECREE: SaleTax = {
  raw_self_produced: { vatBps: 0, pitBps: 0 },
  processed: { vatBps: 100, pitBps: 50 },
  service: { vatBps: 500, pitBps: 200 },
  transport: { vatBps: 300, pitBps: 150 },
};

describe("orderTotals", () => {
  it("takes commission half up of each line, and none of the shipping", () => {
    const totals = orderTotals({
      lines: [
        { unitPriceVnd: vnd(110), quantity: 1, taxClass }, // 5.5 at 5 %
        { unitPriceVnd: vnd(109), quantity: 1, taxClass }, // 5.45
        { unitPriceVnd: vnd(30), quantity: 3, taxClass }, // 4.5
      ],
      shippingVnd: vnd(30_000),
      commissionBps: 500,
      tax: null,
    });
    const none = { vatBps: 0, pitBps: 0, vatVnd: 0, pitVnd: 0 };
    expect(totals).toEqual({
      lines: [
        { totalVnd: 110, commissionVnd: 6, taxClass, ...none },
        { totalVnd: 109, commissionVnd: 5, taxClass, ...none },
        { totalVnd: 90, commissionVnd: 5, taxClass, ...none },
      ],
      isTaxWithheld: false,
      shippingVatBps: 0,
      shippingPitBps: 0,
      vatVnd: 0,
      pitVnd: 0,
      itemsVnd: 309,
      shippingVnd: 30_000,
      totalVnd: 30_309,
      commissionVnd: 16,
    });
  });

  it("refuses amounts past whole numbers instead of rounding", () => {
    const given = { shippingVnd: vnd(0), commissionBps: 0, tax: null };
    const lines = [{ unitPriceVnd: vnd(Number.MAX_SAFE_INTEGER), quantity: 2, taxClass }];
    expect(() => orderTotals({ lines, ...given })).toThrow();
    const halves = [{ unitPriceVnd: vnd(10), quantity: 0.5, taxClass }];
    expect(() => orderTotals({ lines: halves, ...given })).toThrow();
  });

  it("takes each tax of each line by its class, half up, and of the shipping as transport", () => {
    const totals = orderTotals({
      lines: [
        { unitPriceVnd: vnd(50), quantity: 1, taxClass }, // 0.5 and 0.25
        { unitPriceVnd: vnd(149), quantity: 1, taxClass }, // 1.49 and 0.745
        { unitPriceVnd: vnd(10_000), quantity: 1, taxClass: "raw_self_produced" },
        { unitPriceVnd: vnd(10), quantity: 3, taxClass: "service" }, // 1.5 and 0.6
      ],
      shippingVnd: vnd(18_017), // 540.51 and 270.255
      commissionBps: 0,
      tax: DECREE,
    });
    expect(totals.lines.map(({ vatVnd, pitVnd }) => [vatVnd, pitVnd])).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
      [2, 1],
    ]);
    expect(totals).toMatchObject({ vatVnd: 4 + 541, pitVnd: 2 + 270, isTaxWithheld: true });
  });

  it("case 4: sums to the đồng, whatever is bought of however many households", () => {
    const amount = fc.integer({ min: 1, max: 50_000_000 }).map(vnd);
    const lines = fc.array(
      fc.record({
        unitPriceVnd: amount,
        quantity: fc.integer({ min: 1, max: 999 }),
        taxClass: fc.constantFrom(...PRODUCT_TAX_CLASSES),
      }),
      { minLength: 1, maxLength: 8 },
    );
    const order = fc.record({
      lines,
      shippingVnd: fc.integer({ min: 0, max: 1_000_000 }).map(vnd),
      commissionBps: fc.integer({ min: 0, max: 10_000 }),
      tax: fc.constantFrom(null, DECREE),
    });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 5 }), (orders) => {
        const totals = orders.map(orderTotals);
        const checkout = checkoutTotals(totals);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(checkout.totalVnd).toBe(sum(totals.map((one) => one.totalVnd)));
        expect(checkout.totalVnd).toBe(checkout.itemsVnd + checkout.shippingVnd);
        for (const one of totals) {
          expect(one.itemsVnd).toBe(sum(one.lines.map((part) => part.totalVnd)));
          expect(one.commissionVnd).toBe(sum(one.lines.map((part) => part.commissionVnd)));
          expect(one.commissionVnd).toBeLessThanOrEqual(one.itemsVnd);
          const shipping = taxOf(one.shippingVnd, {
            vatBps: one.shippingVatBps,
            pitBps: one.shippingPitBps,
          });
          expect(one.vatVnd).toBe(sum(one.lines.map((part) => part.vatVnd)) + shipping.vatVnd);
          expect(one.pitVnd).toBe(sum(one.lines.map((part) => part.pitVnd)) + shipping.pitVnd);
          if (!one.isTaxWithheld) expect(one.vatVnd + one.pitVnd).toBe(0);
        }
      }),
    );
  });
});

it("sorts the tenth order of a checkout behind the second", () => {
  const codes = [10, 2, 1].map((number) => orderCodeOf("UQ7K3M9PQ", number));
  expect(codes.toSorted(compareOrderCodes)).toEqual(["UQ7K3M9PQ-1", "UQ7K3M9PQ-2", "UQ7K3M9PQ-10"]);
});

it("knows a move that has happened from one that has not", () => {
  expect(hasReached("confirmed", "confirmed")).toBe(true);
  expect(hasReached("delivered", "confirmed")).toBe(true);
  expect(hasReached("placed", "confirmed")).toBe(false);
  expect(hasReached("cancelled", "confirmed")).toBe(false);
  expect(hasReached("refused", "shipped")).toBe(false);
  expect(hasReached("cancelled", "cancelled")).toBe(true);
  expect(hasReached("delivered", "refused")).toBe(false);
});

it("hides from households what is not paid for", () => {
  expect(ORDER_STATUSES.filter((status) => !isVisibleToHousehold(status))).toEqual([
    "awaiting_payment",
    "expired",
  ]);
});
