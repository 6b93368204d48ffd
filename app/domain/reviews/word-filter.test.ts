import fc from "fast-check";
import { expect, it } from "vitest";
import { flagsOf } from "./word-filter";

it.each([
  "Mật thơm, chai 500 ml giá 185.000 đ là rẻ.",
  "Đặt ngày 20/11/2026, ngày 22-11-2026 đã nhận, gói kỹ.",
  "Trứng cút lộn ngon, lợn đen thơm, cá lóc, con mèo nhà tôi cũng mê.",
  "Mua 10 hộp, mỗi hộp 1.250.000 đ, tổng 12.500.000 đ.",
  "Một hai ba lần mua đều tốt.",
  "Hàng dở, không đáng tiền, lần sau không mua nữa.",
  "Giao từ 8 đến 10 giờ, nặng 1,25 kg.",
])("finds nothing in: %s", (text) => {
  expect(flagsOf(text)).toEqual([]);
});

it.each([
  ["Gọi tôi 0912345678 nhé", ["phone"]],
  ["Gọi 0912.345.678", ["phone"]],
  ["+84 912 345 678", ["phone"]],
  ["Máy bàn 0219 3866 123", ["phone"]],
  ["không chín một hai ba bốn năm sáu bảy tám", ["phone"]],
  ["STK 1903 4567 8901 2 Techcombank", ["account"]],
  ["chuyển vào số tài khoản 123456", ["account"]],
  ["10203040506070", ["account"]],
  ["xem tại www.example.vn", ["link"]],
  ["mật ong.com rẻ hơn", ["link"]],
  ["kết bạn Zalo với tôi", ["link"]],
  ["viết cho a@b.c", ["link"]],
  ["Đồ NGU", ["insult"]],
  ["bọn lừa đảo, gọi 0987654321", ["phone", "insult"]],
] as const)("marks: %s", (text, flags) => {
  expect(flagsOf(text)).toEqual(flags);
});

it("finds a mobile number however it is spaced, in any words", () => {
  const digits = fc.stringMatching(/^09\d{8}$/);
  const gaps = fc.array(fc.constantFrom("", " ", ".", "-", " . "), {
    minLength: 10,
    maxLength: 10,
  });
  const words = fc.stringMatching(/^[a-zăâêôơưđ ,!]{0,20}$/);
  fc.assert(
    fc.property(digits, gaps, words, words, (phone, between, before, after) => {
      const typed = Array.from(phone, (digit, i) => digit + (i < 9 ? between[i] : "")).join("");
      expect(flagsOf(`${before} ${typed} ${after}`)).toContain("phone");
    }),
  );
});

it("takes any text in little time", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000, unit: "grapheme" }), (text) => {
      const startedAt = performance.now();
      flagsOf(text);
      expect(performance.now() - startedAt).toBeLessThan(200);
    }),
  );
  for (const one of ["1 ", "một ", "a@", "a.", "- ", "zalo", "www."]) flagsOf(one.repeat(30_000));
});
