import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { lotFormOn, newProductFormOn } from "~/domain/catalog/forms";
import { collectionWordsForm } from "~/domain/catalog/forms-collection";

/** As doors read a form: error codes by field. */
function errorsOf(schema: z.ZodType, typed: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return parseWithZod(form, { schema }).reply().error;
}

describe("a form with several faults names them all at once", () => {
  const days = { startsOn: "05/02/2027", endsOn: "01/02/2027", position: "1" };
  const words = { name: "Quà Tết", intro: "Hàng gói gọn.", criterion: "Giao kịp trước Tết." };

  it.each([
    [{ ...words, ...days }, { endsOn: ["collection_ends_before"] }],
    [
      { ...days, intro: words.intro, criterion: words.criterion },
      { name: ["collection_name_missing"], endsOn: ["collection_ends_before"] },
    ],
    [
      { ...words, ...days, position: "x" },
      { position: ["collection_position_invalid"], endsOn: ["collection_ends_before"] },
    ],
    [{ ...words, ...days, endsOn: "31/02/2027" }, { endsOn: ["date_invalid"] }],
    [{ ...words, ...days, startsOn: "" }, { startsOn: ["collection_day_missing"] }],
    [{ ...words, ...days, endsOn: "06/02/2027" }, undefined],
  ])("of a collection (%#)", (typed, errors) => {
    expect(errorsOf(collectionWordsForm, typed)).toEqual(errors);
  });

  it("of a lot and of a new product", () => {
    const lot = { stockCount: "nhiều", madeOn: "01/12/2026", expiresOn: "30/11/2026" };
    const errors = { madeOn: ["made_on_in_future"], expiresOn: ["expires_before_made"] };
    expect(errorsOf(lotFormOn("2026-11-22"), lot)).toMatchObject({
      ...errors,
      stockCount: ["stock_invalid"],
    });
    expect(errorsOf(newProductFormOn("2026-11-22"), lot)).toMatchObject({
      ...errors,
      name: ["product_name_missing"],
    });
    expect(errorsOf(lotFormOn("2026-11-22"), { ...lot, expiresOn: "31/02" })).toMatchObject({
      madeOn: ["made_on_in_future"],
      expiresOn: ["date_invalid"],
    });
  });
});
