import fc from "fast-check";
import { expect, it } from "vitest";
import { fold, slugOf } from "./fold";

it.each([
  ["Chè Shan tuyết", "che shan tuyet"],
  ["ĐẶC SẢN Đường", "dac san duong"],
  ["Hoà = Hòa", "hoa hoa"],
  ["  gạo   nếp!  ", "gao nep"],
  ["e\u0302\u0301", "e"], // decomposed ế
])("folds %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it("does not change what is folded already", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

it("makes addresses", () => {
  expect(slugOf("Mật ong bạc hà – Mèo Vạc (500 ml)")).toBe("mat-ong-bac-ha-meo-vac-500-ml");
  expect(slugOf("đ".repeat(200)).length).toBe(80);
});
