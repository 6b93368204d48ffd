import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBankLocalTime } from "./bank-local-time";
import { parseSepayNotice, parseSepayRow } from "./sepay-notice";

const WIRE = {
  id: 92_704,
  gateway: "Vietcombank",
  transactionDate: "2023-03-25 14:02:37",
  accountNumber: "0123499999",
  code: null,
  content: "chuyen tien mua iphone",
  transferType: "in",
  transferAmount: 2_277_000,
  accumulated: 19_077_000,
  subAccount: null,
  referenceCode: "MBVCB.3278907687",
  description: "",
};

describe("a notice", () => {
  test("as SePay documents it", () => {
    expect(parseSepayNotice(WIRE)).toEqual({
      ok: true,
      value: {
        provider: "sepay",
        providerTransactionId: "92704",
        accountNumber: "0123499999",
        direction: "in",
        amountVnd: 2_277_000,
        content: "chuyen tien mua iphone",
        occurredAt: Date.UTC(2023, 2, 25, 7, 2, 37),
        bankReference: "MBVCB.3278907687",
        balanceVnd: 19_077_000,
      },
    });
  });

  test.each([
    ["outgoing", { transferType: "out" }, { direction: "out" }],
    ["zero", { transferAmount: 0 }, { amountVnd: 0 }],
    ["negative", { transferAmount: -5_000 }, { amountVnd: -5_000 }],
    ["the largest", { transferAmount: 9_999_999_999_999 }, { amountVnd: 9_999_999_999_999 }],
    ["no memo", { content: "" }, { content: "" }],
    ["diacritics in the memo", { content: "Trả tiền Đơn 🍵" }, { content: "Trả tiền Đơn 🍵" }],
    ["no reference", { referenceCode: null }, { bankReference: null }],
    ["an empty reference", { referenceCode: "" }, { bankReference: null }],
    ["a field they added", { bankFee: "1.100" }, { amountVnd: 2_277_000 }],
    ["an odd balance", { accumulated: "n/a" }, { amountVnd: 2_277_000, balanceVnd: null }],
    ["a balance that is not told", { accumulated: 0 }, { balanceVnd: null }],
    ["no balance", { accumulated: undefined }, { balanceVnd: null }],
    ["a virtual account", { subAccount: "VQRQ0001" }, { accountNumber: "0123499999" }],
  ])("%s is taken", (_name, change, expected) => {
    expect(parseSepayNotice({ ...WIRE, ...change })).toMatchObject({ ok: true, value: expected });
  });

  test("minus zero is zero", () => {
    const notice = parseSepayNotice(JSON.parse(JSON.stringify(WIRE).replace("2277000", "-0")));
    expect(notice.ok && Object.is(notice.value.amountVnd, 0)).toBe(true);
  });

  test.each([
    ["transferAmount", "2277000"],
    ["transferAmount", "1e5"],
    ["transferAmount", "0x10"],
    ["transferAmount", " 100000 "],
    ["transferAmount", 1.5],
    ["transferAmount", 1e21],
    ["transferAmount", 10_000_000_000_000],
    ["transferAmount", -10_000_000_000_000],
    ["transferAmount", Number.MAX_SAFE_INTEGER],
    ["transferAmount", 2 ** 53],
    ["transferAmount", -(2 ** 53)],
    ["transferAmount", Number.NaN],
    ["transferAmount", Number.POSITIVE_INFINITY],
    ["transferAmount", null],
    ["transferAmount", true],
    ["transferAmount", [2_277_000]],
    ["transferAmount", { valueOf: 1 }],
    ["transferAmount", undefined],
    ["id", "92704"],
    ["id", 0],
    ["id", -1],
    ["id", 1.5],
    ["id", 2 ** 53],
    ["id", null],
    ["accountNumber", 123_499_999],
    ["accountNumber", ""],
    ["accountNumber", "0123 499"],
    ["accountNumber", "1".repeat(35)],
    ["accountNumber", null],
    ["transferType", "IN"],
    ["transferType", "credit"],
    ["transferType", null],
    ["content", null],
    ["content", 5],
    ["content", "x".repeat(2_001)],
    ["referenceCode", 5],
    ["referenceCode", "x".repeat(201)],
    ["transactionDate", "2026-02-30 10:00:00"],
    ["transactionDate", 1_700_000_000],
    ["transactionDate", null],
  ])("case 1: is refused for %s %j", (field, value) => {
    expect(parseSepayNotice({ ...WIRE, [field]: value })).toEqual({
      ok: false,
      code: "bank_notice_invalid",
      detail: { fields: field },
    });
  });

  test.each([null, undefined, [], "text", 5, {}, [WIRE]])("is refused when it is %j", (payload) => {
    expect(parseSepayNotice(payload)).toMatchObject({ ok: false, code: "bank_notice_invalid" });
  });

  test("names the fields that are wrong and nothing of what they hold", () => {
    const refused = parseSepayNotice({
      ...WIRE,
      transferAmount: "4111111111111111",
      accountNumber: "secret account",
    });
    expect(refused).toEqual({
      ok: false,
      code: "bank_notice_invalid",
      detail: { fields: "accountNumber transferAmount" },
    });
  });

  test("does not take a number that JSON cannot hold exactly", () => {
    const text = JSON.stringify(WIRE).replace("2277000", "9007199254740993");
    expect(parseSepayNotice(JSON.parse(text)).ok).toBe(false);
  });
});

describe("the bank's time", () => {
  test.each([
    ["1970-01-01 07:00:00", 0],
    ["2026-01-01 00:00:00", Date.UTC(2025, 11, 31, 17)],
    ["2026-08-31 23:59:59", Date.UTC(2026, 7, 31, 16, 59, 59)],
    ["2024-02-29 12:00:00", Date.UTC(2024, 1, 29, 5)],
    ["2000-02-29 00:00:00", Date.UTC(2000, 1, 28, 17)],
    ["2026-03-01 06:59:59", Date.UTC(2026, 1, 28, 23, 59, 59)],
  ])("%s is Vietnam's", (text, instant) => expect(parseBankLocalTime(text)).toBe(instant));

  test.each([
    "2026-02-30 10:00:00",
    "2026-02-29 10:00:00",
    "2100-02-29 10:00:00",
    "2026-04-31 10:00:00",
    "2026-00-10 10:00:00",
    "2026-13-10 10:00:00",
    "2026-01-00 10:00:00",
    "2026-01-32 10:00:00",
    "2026-01-01 24:00:00",
    "2026-01-01 10:60:00",
    "2026-01-01 10:00:60",
    "2026-01-01T10:00:00",
    "2026-01-01 10:00:00Z",
    "2026-01-01 10:00:00+07:00",
    "2026-01-01 10:00",
    "2026-01-01",
    "2026-1-1 10:00:00",
    "26-01-01 10:00:00",
    "01/01/2026 10:00:00",
    " 2026-01-01 10:00:00",
    "2026-01-01 10:00:00\n",
    "2026-01-01  10:00:00",
    "2026-01-01 10:00:00.000",
    "٢٠٢٦-01-01 10:00:00",
    "",
    "now",
  ])("%j is no time", (text) => expect(parseBankLocalTime(text)).toBeNull());

  test("is right on every day from 1900 to 2200, at both ends", () => {
    const wrong: string[] = [];
    for (let day = Date.UTC(1900, 0, 1); day < Date.UTC(2200, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const start = day - 7 * 3_600_000;
      const isRight =
        parseBankLocalTime(`${date} 00:00:00`) === start &&
        parseBankLocalTime(`${date} 23:59:59`) === start + 86_399_000;
      if (!isRight) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  test("agrees with the calendar on whether a day exists", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          const date = new Date(Date.UTC(year, month - 1, day));
          const isReal =
            month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(parseBankLocalTime(`${text} 12:00:00`) !== null).toBe(isReal);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("a row of SePay's list", () => {
  // As developer.sepay.vn shows it, «API Giao dịch».
  const ROW = {
    id: "49682",
    bank_brand_name: "Vietcombank",
    account_number: "0071000888888",
    transaction_date: "2023-05-05 19:59:48",
    amount_out: "0.00",
    amount_in: "18067000.00",
    accumulated: "1200541768.00",
    transaction_content: "DUONG THUY ANH chuyen tien",
    reference_number: "677760.050523.080001",
    code: null,
    sub_account: "VCB0011ABC004",
    bank_account_id: "19",
  };

  test("as it is documented", () => {
    expect(parseSepayRow(ROW)).toEqual({
      ok: true,
      value: {
        provider: "sepay",
        providerTransactionId: "49682",
        accountNumber: "0071000888888",
        direction: "in",
        amountVnd: 18_067_000,
        content: "DUONG THUY ANH chuyen tien",
        occurredAt: Date.UTC(2023, 4, 5, 12, 59, 48),
        bankReference: "677760.050523.080001",
        balanceVnd: 1_200_541_768,
      },
    });
  });

  test.each([
    [
      "outgoing",
      { amount_in: "0.00", amount_out: "5000.00" },
      { direction: "out", amountVnd: 5_000 },
    ],
    ["numbers", { id: 49_682, amount_in: 18_067_000, amount_out: 0 }, { amountVnd: 18_067_000 }],
    ["nothing either way", { amount_in: "0", amount_out: "0" }, { direction: "in", amountVnd: 0 }],
    ["no reference", { reference_number: "" }, { bankReference: null }],
  ])("%s", (_, change, expected) => {
    expect(parseSepayRow({ ...ROW, ...change })).toMatchObject({ ok: true, value: expected });
  });

  test.each([
    ["a fraction of a đồng", { amount_in: "1.50" }],
    ["1e4", { amount_in: "1e4" }],
    ["a thousands separator", { amount_in: "18,067,000.00" }],
    ["a minus", { amount_in: "-1.00" }],
    ["14 digits", { amount_in: "10000000000000.00" }],
    ["both ways", { amount_out: "1.00" }],
    ["a UUID of version 2", { id: "07ad3dc9-0000-0000-0000-0afffe87053b" }],
    ["nothing", { amount_in: "" }],
  ])("with %s is not read", (_, change) => {
    expect(parseSepayRow({ ...ROW, ...change }).ok).toBe(false);
  });
});
