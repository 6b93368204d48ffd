import { describe, expect, it } from "vitest";
import { askedPriceOf, bulkFieldsOf, shownText, type SentBulk } from "./forms-bulk";

const before = { slug: "mat-ong", priceVnd: 185_000, lotCode: "L1", onHandCount: 10 };
/** Since the form was made the price went up and two packs were sent to buyers. */
const now = { slug: "mat-ong", priceVnd: 190_000, lotCode: "L1", onHandCount: 8 };
const again = (typed: { price?: string; count?: string }, error: SentBulk["error"] = {}) =>
  bulkFieldsOf(
    { key: "7", ...now },
    {
      initialValue: { shown7: shownText(before), price7: "185000", count7: "10", ...named(typed) },
      error,
    },
  );
const named = (typed: Record<string, string>) =>
  Object.fromEntries(Object.entries(typed).map(([field, text]) => [`${field}7`, text]));

describe("the form of many products that comes back refused", () => {
  it("shows what is now where nobody typed: sold packs do not come back with the next press", () => {
    expect(again({})).toEqual({ shown: now, price: "190000", count: "8" });
    // Written otherwise it is the same number.
    expect(again({ price: "185.000 đ", count: " 10 " })).toEqual({
      shown: now,
      price: "190000",
      count: "8",
    });
  });

  it("keeps what was typed, beside what its writer was shown", () => {
    expect(again({ count: "25" })).toEqual({
      shown: { ...before, priceVnd: 190_000 },
      price: "190000",
      count: "25",
    });
    expect(again({ price: "bán rẻ" })).toEqual({
      shown: { ...now, priceVnd: 185_000 },
      price: "bán rẻ",
      count: "8",
    });
    expect(again({ price: "", count: "" })).toEqual({ shown: before, price: "", count: "" });
  });

  it("takes it for an answer to what is now once that was told", () => {
    const told = { price7: ["bulk_price_changed"], count7: ["bulk_stock_changed"] };
    expect(again({ price: "200000", count: "25" }, told)).toEqual({
      shown: now,
      price: "200000",
      count: "25",
    });
    const other = { price7: ["price_out_of_range"], count7: ["bulk_stock_reserved"] };
    expect(again({ price: "1", count: "0" }, other).shown).toEqual(before);
  });

  it("is a fresh one where nothing was sent, or nothing that can be read", () => {
    const fresh = { shown: now, price: "190000", count: "8" };
    expect(bulkFieldsOf({ key: "7", ...now }, null)).toEqual(fresh);
    expect(bulkFieldsOf({ key: "7", ...now }, { initialValue: { shown7: "x" } })).toEqual(fresh);
    expect(bulkFieldsOf({ key: "8", ...now }, { initialValue: { shown7: "x" } })).toEqual(fresh);
  });
});

it("goes on asking about a price until another is typed", () => {
  const error = { price7: ["bulk_price_doubtful"] };
  const asked = { priceVnd: 18_500, isSure: false };
  expect(askedPriceOf("7", null)).toBeNull();
  expect(askedPriceOf("7", { initialValue: { price7: "18.500" }, error })).toEqual(asked);
  const sure = { price7: "18.500", sure7: "18500" };
  expect(askedPriceOf("7", { initialValue: sure })).toEqual({ ...asked, isSure: true });
  expect(askedPriceOf("7", { initialValue: { ...sure, price7: "19.500" } })).toBeNull();
});
