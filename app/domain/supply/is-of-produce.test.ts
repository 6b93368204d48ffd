import { expect, it } from "vitest";
import { isOfProduce } from "./is-of-produce";

it.each([
  ["Cam sành Bắc Quang, thùng 10 kg", "Cam sành", true],
  ["Cam sành Bắc Quang", "CAM  SÀNH", true],
  ["Cam sành Bắc Quang", "cam sanh", true],
  ["Cám gạo", "Cám", true],
  ["Cám gạo nếp", "Cam", false],
  ["Mứt mè", "Me", false],
  ["cam sanh Ham Yen", "Cam sành", true],
  ["Cam Canh", "Cam sành", false],
  ["Camera", "Cam", false],
  ["Mật ong bạc hà", "Mật ong", true],
  ["Mật ong bạc hà", "", false],
  ["Lê vàng Đồng Văn", "Lê".normalize("NFD"), true],
  ["Bí đao", "bi dao", true],
])("%j of %j: %s", (goods, produce, expected) => {
  expect(isOfProduce(goods, produce)).toBe(expected);
});

it("tells kinds apart that only accents tell apart, where accents were written", () => {
  expect(isOfProduce("Cám gạo", "Càm")).toBe(false);
  expect(isOfProduce("Mận Mộc Châu", "Mặn")).toBe(false);
});
