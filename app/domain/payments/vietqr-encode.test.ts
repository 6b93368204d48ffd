import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QRPay } from "vietnam-qr-pay";
import { encodeVietQr } from "./vietqr-encode";
import type { VietQrInput } from "./vietqr-encode";
import { parseVietQr } from "./vietqr-parse";

const GOOD = {
  bankBin: "970405",
  accountNumber: "8888000012345",
  amountVnd: 185_000,
  memo: "UQ2345678",
};

const alphanumeric = (maxLength: number) =>
  fc.stringMatching(new RegExp(`^[A-Za-z0-9]{1,${maxLength}}$`));
const input = fc.record(
  {
    bankBin: fc.stringMatching(/^\d{6}$/),
    accountNumber: alphanumeric(19),
    amountVnd: fc.oneof(
      fc.integer({ min: 1, max: 100_000_000 }),
      fc.integer({ min: 1, max: 9_999_999_999_999 }),
    ),
    memo: fc.stringMatching(/^[A-Za-z0-9 ]{1,25}$/),
  },
  { requiredKeys: ["bankBin", "accountNumber"] },
);

function textOf(value: VietQrInput): string {
  const encoded = encodeVietQr(value);
  if (!encoded.ok) throw new Error(encoded.code);
  return encoded.value;
}

// Computed apart from this code; vietqr-golden.test.ts rebuilds the ones that banks made.
describe("writes the strings that are known to be right", () => {
  test.each([
    [
      { bankBin: "970405", accountNumber: "8888000012345", amountVnd: 185_000, memo: "OCOP7K3M9" },
      "00020101021238570010A00000072701270006970405011388880000123450208QRIBFTTA530370454061850005802VN62130809OCOP7K3M96304A591",
    ],
    [
      { bankBin: "970403", accountNumber: "0011012345678", amountVnd: 180_000, memo: "OCOP7K3M9" },
      "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62130809OCOP7K3M96304E21A",
    ],
    [
      { bankBin: "970403", accountNumber: "0011012345678" },
      "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
    ],
  ])("%j", (value, expected) => expect(textOf(value)).toBe(expected));
});

describe("refuses and never mends", () => {
  const refused = (change: object) => encodeVietQr({ ...GOOD, ...change });

  test.each([
    "",
    "97040",
    "9704055",
    "97040A",
    " 970405",
    "970405\n",
    "９７０４０５",
    970_405,
    null,
    undefined,
  ])("bank %j", (bankBin) =>
    expect(refused({ bankBin })).toEqual({ ok: false, code: "bank_bin_invalid" }),
  );

  test.each([
    "",
    "A".repeat(20),
    "1234 5678",
    "1234-5678",
    "12345678\n",
    "tàikhoản",
    "1234\u0000",
    88_880_000,
    ["1"],
    null,
    undefined,
  ])("account %j", (accountNumber) =>
    expect(refused({ accountNumber })).toEqual({ ok: false, code: "account_number_invalid" }),
  );

  test.each([
    0,
    -0,
    -1,
    1.5,
    180_000.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    10_000_000_000_000,
    2 ** 53,
    1e21,
    "1e5",
    "0x10",
    " 100000 ",
    "185000",
    "1,000",
    5n,
    null,
    [185_000],
  ])("amount %s", (amountVnd) =>
    expect(refused({ amountVnd })).toEqual({ ok: false, code: "amount_invalid" }),
  );

  test.each([
    "",
    "A".repeat(26),
    "thanh toán",
    "don.hang",
    "a-b",
    "a\nb",
    "a\tb",
    "🍵",
    "Đơn",
    "a\u00a0b",
    6304,
    null,
  ])("memo %j", (memo) => expect(refused({ memo })).toEqual({ ok: false, code: "memo_invalid" }));

  test("takes each limit itself", () => {
    const widest = {
      bankBin: "970405",
      accountNumber: "A".repeat(19),
      amountVnd: 9_999_999_999_999,
      memo: "a ".repeat(12) + "Z",
    };
    expect(parseVietQr(textOf(widest))).toMatchObject({
      ok: true,
      value: {
        payee: { accountNumber: widest.accountNumber },
        amountVnd: widest.amountVnd,
        memo: widest.memo,
      },
    });
    expect(textOf({ ...GOOD, amountVnd: 1 })).toContain("54011");
  });

  test("a memo that looks like tags stays inside its field", () => {
    const value = textOf({ ...GOOD, memo: "6304ABCD5406999999" });
    expect(parseVietQr(value)).toMatchObject({
      ok: true,
      value: { amountVnd: 185_000, memo: "6304ABCD5406999999" },
    });
  });
});

describe("whatever is well formed", () => {
  test("reads back as it was", () => {
    fc.assert(
      fc.property(input, (value) => {
        const parsed = parseVietQr(textOf(value));
        expect(parsed).toEqual({
          ok: true,
          value: {
            initiation: value.amountVnd === undefined ? "static" : "dynamic",
            payee: {
              scheme: "napas",
              bankBin: value.bankBin,
              accountNumber: value.accountNumber,
              accountKind: "account",
            },
            amountVnd: value.amountVnd ?? null,
            merchantName: null,
            merchantCity: null,
            billNumber: null,
            storeLabel: null,
            reference: null,
            terminalLabel: null,
            memo: value.memo ?? null,
          },
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test("is the string of vietnam-qr-pay, and read by it as we meant it", () => {
    fc.assert(
      fc.property(input, (value) => {
        const theirs = QRPay.initVietQR({
          bankBin: value.bankBin,
          bankNumber: value.accountNumber,
          ...(value.amountVnd === undefined ? {} : { amount: String(value.amountVnd) }),
          ...(value.memo === undefined ? {} : { purpose: value.memo }),
        });
        const ours = textOf(value);
        expect(ours).toBe(theirs.build());
        const read = new QRPay(ours);
        expect(read.isValid).toBe(true);
        expect(read.consumer).toMatchObject({
          bankBin: value.bankBin,
          bankNumber: value.accountNumber,
        });
        expect(read.amount).toBe(
          value.amountVnd === undefined ? undefined : String(value.amountVnd),
        );
        expect(read.additionalData.purpose).toBe(value.memo);
      }),
      { numRuns: 500 },
    );
  });
});
