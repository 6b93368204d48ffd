import { expect, it } from "vitest";
import { readTranslations } from "./read-translations";

const VIETNAMESE = new Map([
  ["common.cart", "Giỏ hàng"],
  ["common.pageOf", "Trang {{page}} / {{pages}}"],
]);
const HEAD = "key,vi,en,text,reviewed_by,state\r\n";
const read = (rows: string) => readTranslations(`\uFEFF${HEAD}${rows}`, VIETNAMESE);

it("takes a text with its reader, and one that waits for a reader", () => {
  expect(
    read(
      `common.cart,Giỏ hàng,Cart,AAA,"Sơn Thị B, 02/12/2026",missing\r\n` +
        `common.pageOf,Trang {{page}} / {{pages}},Page,"{{pages}}, {{page}}",,missing\r\n`,
    ),
  ).toEqual({
    catalogue: {
      "common.cart": { source: "Giỏ hàng", text: "AAA", reviewed_by: "Sơn Thị B, 02/12/2026" },
      "common.pageOf": {
        source: "Trang {{page}} / {{pages}}",
        text: "{{pages}}, {{page}}",
        reviewed_by: null,
      },
    },
  });
});

it("passes over rows that nobody filled in", () => {
  expect(read("common.cart,Giỏ hàng,Cart,,,missing\r\n")).toEqual({ catalogue: {} });
});

it.each([
  ["common.nothing,x,x,AAA,B,missing", "line 2, common.nothing: no text of the site has this key"],
  [
    "common.pageOf,Trang {{page}} / {{pages}},Page,{{page}},B,missing",
    "line 2, common.pageOf: must keep {{page}} {{pages}}, has {{page}}",
  ],
  ['common.cart,"Giỏ hàng', "line 2: a quoted field is not closed properly"],
])("refuses %s", (row, error) => {
  expect(read(row)).toEqual({ errors: [error] });
});

it("refuses a sheet without its columns", () => {
  expect(readTranslations("key,text\ncommon.cart,A\n", VIETNAMESE)).toEqual({
    errors: ["no column vi, en, reviewed_by"],
  });
});
