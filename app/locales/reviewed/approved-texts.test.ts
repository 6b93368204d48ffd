import { describe, expect, it } from "vitest";
import { holesIn } from "~/server/read-translations";
import {
  approvedTexts,
  reviewedCatalogues,
  reviewStateOf,
  vietnameseTexts,
} from "./approved-texts";

const source = "Giỏ hàng";

it("shows only what a native reader approved of the words as they are today", () => {
  const approved = approvedTexts({
    "common.cart": { source, text: "A", reviewed_by: "Thạch Thị C, 01/12/2026" },
    "common.menu": { source: "Thực đơn", text: "B", reviewed_by: "Thạch Thị C, 01/12/2026" },
    "common.search": { source: "Tìm kiếm", text: "C", reviewed_by: null },
    "common.products": { source: "Sản phẩm", text: "D", reviewed_by: " " },
  });
  expect([...approved]).toEqual([["common.cart", "A"]]);
  expect(reviewStateOf("common.menu", { source: "Thực đơn", text: "B", reviewed_by: "C" })).toBe(
    "outdated",
  );
});

describe.each(Object.entries(reviewedCatalogues))("the catalogue of %s", (_language, catalogue) => {
  it("translates texts of the site and keeps the values to fill in", () => {
    const wrong = Object.entries(catalogue).filter(
      ([key, { source: translated, text }]) =>
        !vietnameseTexts.has(key) || text.trim() === "" || holesIn(translated) !== holesIn(text),
    );
    expect(wrong).toEqual([]);
  });
});
