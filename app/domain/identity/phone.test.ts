import { describe, expect, it } from "vitest";
import { formatPhone, isSamePhone, maskPhone, normalisePhone } from "./phone";

describe("normalisePhone", () => {
  it.each([
    "0912345678",
    "0912 345 678",
    " 0912.345.678 ",
    "0912-345-678",
    "(0912) 345 678",
    "+84912345678",
    "+84 912 345 678",
    "84912345678",
    "0084 912 345 678",
    "+84 (0) 912 345 678",
    "0912\u00a0345\u00a0678",
    "\u202a0912 345 678\u202c",
  ])("reads %s", (text) => {
    expect(normalisePhone(text)).toBe("0912345678");
  });

  it.each(["0321234567", "0521234567", "0551234567", "0591234567", "0701234567", "0891234567"])(
    "takes the prefix of %s",
    (text) => {
      expect(normalisePhone(text)).toBe(text);
    },
  );

  it.each([
    "",
    "abc",
    "091234567", // nine digits
    "09123456789", // eleven
    "0312345678", // 031 is nobody's
    "0541234567",
    "0711234567",
    "0801234567",
    "02193866123", // a landline gets no message
    "+85 912 345 678",
    "+1 912 345 6780",
    "0912a345678",
    "840000000000",
    "٠٩١٢٣٤٥٦٧٨", // digits, but not ours
    "0912345678; drop table users",
    `0912345678${" ".repeat(40)}`,
  ])("refuses %s", (text) => {
    expect(normalisePhone(text)).toBeNull();
  });
});

describe("formatPhone", () => {
  it("groups ten digits as people say them", () => {
    expect(formatPhone("0912345678")).toBe("0912\u00a0345\u00a0678");
  });
  it("leaves anything else alone", () => {
    expect(formatPhone("19001234")).toBe("19001234");
  });
});

it("a masked phone shows its last three digits", () => {
  expect(maskPhone("0912345678")).toBe("•••• 678");
});

it.each([
  ["0912345678", "+84 912.345.678", true],
  ["(0912) 345-678", "0084912345678", true],
  ["0912345678", "0912345679", false],
  ["02193 871 234", "02193871234", true],
  ["", "", false],
])("%j and %j are the same number: %s", (one, other, expected) => {
  expect(isSamePhone(one, other)).toBe(expected);
});
