import { expect, it } from "vitest";
import { coverPhones, jsonWithoutPhones } from "./phone-in-text";

it("covers every telephone number in what people wrote, and no amount, id or hash", () => {
  expect(coverPhones("Gọi 0912 345 678 hoặc +84 987.654.321")).toBe("Gọi •••• 678 hoặc •••• 321");
  expect(coverPhones("84912345678, CCCD 038190001234, ９１２３４５６７８, a.b@c.vn")).toBe(
    "•••• 678, CCCD •••• 234, •••• 678, ••••",
  );
  expect(coverPhones("2026-11-12 09:00, 1.200.000 đ")).toBe("2026-11-12 09:00, 1.200.000 đ");
  expect(coverPhones("Đơn UQ1234567-1")).toBe("Đơn UQ1234567-1");
  const id = "usr_01934567890123456789012345678901";
  expect(coverPhones(id)).toBe(id);
  expect(jsonWithoutPhones({ id, vnd: 18_001_234, notes: ["0912345678"] })).toBe(
    `{"id":"${id}","vnd":18001234,"notes":["•••• 678"]}`,
  );
  expect(jsonWithoutPhones("0912345678")).toBe('"•••• 678"');
});
