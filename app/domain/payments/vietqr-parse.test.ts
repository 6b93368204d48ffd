import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QRPay } from "vietnam-qr-pay";
import { parseVietQr } from "./vietqr-parse";
import { crc16, writeTlv } from "./vietqr-tlv";

const BODY = {
  version: "000201",
  initiation: "010212",
  payee: "38570010A00000072701270006970405011388880000123450208QRIBFTTA",
  currency: "5303704",
  amount: "5406185000",
  country: "5802VN",
  additional: "62130809UQ2345678",
};

/** A text with these parts, in this order, and the right checksum. */
function sealed(...parts: readonly string[]): string {
  const body = `${parts.join("")}6304`;
  return body + crc16(body);
}

function changed(change: Partial<typeof BODY>): string {
  return sealed(...Object.values({ ...BODY, ...change }));
}

function codeOf(text: string): string {
  const parsed = parseVietQr(text);
  return parsed.ok ? "accepted" : parsed.code;
}

const payee = (beneficiary: string, service = "0208QRIBFTTA") =>
  writeTlv("38", `0010A000000727${writeTlv("01", beneficiary)}${service}`);

describe("case 43: refuses", () => {
  test("the example NAPAS printed, whose checksum is right and whose account spills over", () => {
    const printed =
      "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5";
    expect(codeOf(printed)).toBe("qr_malformed");
    // Why this parser exists: the library sees a valid QR of another account.
    expect(new QRPay(printed)).toMatchObject({
      isValid: true,
      consumer: { bankNumber: "001101234567" },
    });
  });

  test("the string of a Go README that has no version", () => {
    const text =
      "00020001021238570010A00000072701270006970436011308810004580860208QRIBFTTA53037045802VN6304CD60";
    expect(codeOf(text)).toBe("qr_version_unsupported");
  });

  test("the checksum NAPAS misprinted on its static card", () => {
    const text =
      "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN6304A203";
    expect(codeOf(text)).toBe("qr_crc_mismatch");
  });

  test.each([
    ["no amount but zero", { amount: "54010" }, "qr_amount_invalid"],
    ["a fraction", { amount: "5408180000.5" }, "qr_amount_invalid"],
    ["a fraction of nothing", { amount: "5408180000.0" }, "qr_amount_invalid"],
    ["a grouped amount", { amount: "54051,000" }, "qr_amount_invalid"],
    ["an amount in powers", { amount: "54031e5" }, "qr_amount_invalid"],
    ["a hexadecimal amount", { amount: "54040x10" }, "qr_amount_invalid"],
    ["a padded amount", { amount: "5406018500" }, "qr_amount_invalid"],
    ["an amount with a space", { amount: "5406 18500" }, "qr_amount_invalid"],
    ["a negative amount", { amount: "5405-1850" }, "qr_amount_invalid"],
    ["an amount of 14 digits", { amount: "541412345678901234" }, "qr_amount_invalid"],
    [
      "an account of 20",
      { payee: payee("0006970405" + writeTlv("01", "1".repeat(20))) },
      "qr_payee_invalid",
    ],
    [
      "an account with a space",
      { payee: payee("0006970405" + writeTlv("01", "1234 5678")) },
      "qr_payee_invalid",
    ],
    ["a bank of 5 digits", { payee: payee("000597040010812345678") }, "qr_payee_invalid"],
    ["a bank of letters", { payee: payee("000697O405010812345678") }, "qr_payee_invalid"],
    ["no account", { payee: payee("0006970405") }, "qr_payee_invalid"],
    [
      "a third field beside the account",
      { payee: payee("000697040501081234567802011") },
      "qr_payee_invalid",
    ],
    [
      "two accounts in one",
      { payee: payee("0006970405010812345678010887654321") },
      "qr_duplicate_tag",
    ],
    ["a beneficiary that is no list", { payee: payee("8888000012345") }, "qr_malformed"],
    [
      "another scheme in 38",
      { payee: BODY.payee.replace("A000000727", "A000000728") },
      "qr_payee_invalid",
    ],
    [
      "VNPAY's scheme in 38",
      { payee: BODY.payee.replace("A000000727", "A000000775") },
      "qr_payee_invalid",
    ],
    [
      "another service",
      { payee: BODY.payee.replace("QRIBFTTA", "QRPUSHXX") },
      "qr_service_unsupported",
    ],
    [
      "a service in lower case",
      { payee: BODY.payee.replace("QRIBFTTA", "qribftta") },
      "qr_service_unsupported",
    ],
    [
      "a fourth field beside the service",
      { payee: payee("0006970405010812345678", "0208QRIBFTTA03011") },
      "qr_payee_invalid",
    ],
    [
      "a third field beside a VNPAY merchant",
      { payee: "26330010A0000007750110010531314402011" },
      "qr_payee_invalid",
    ],
    ["no service", { payee: payee("0006970405010812345678", "") }, "qr_service_unsupported"],
    ["no payee", { payee: "" }, "qr_payee_missing"],
    [
      "two payees",
      { payee: `${BODY.payee}26280010A00000077501100105313144` },
      "qr_payee_ambiguous",
    ],
    ["NAPAS's scheme in 26", { payee: "26280010A00000072701100105313144" }, "qr_payee_invalid"],
    ["a VNPAY merchant missing", { payee: "26140010A000000775" }, "qr_payee_invalid"],
    ["dollars", { currency: "5303840" }, "qr_currency_unsupported"],
    ["no currency", { currency: "" }, "qr_currency_unsupported"],
    ["Laos", { country: "5802LA" }, "qr_country_unsupported"],
    ["vn in lower case", { country: "5802vn" }, "qr_country_unsupported"],
    ["no country", { country: "" }, "qr_country_unsupported"],
    ["version 02", { version: "000202" }, "qr_version_unsupported"],
    ["no version", { version: "" }, "qr_version_unsupported"],
    ["initiation 13", { initiation: "010213" }, "qr_initiation_invalid"],
    ["no initiation", { initiation: "" }, "qr_initiation_invalid"],
    [
      "additional data that spill over",
      { additional: "62130810UQ2345678" },
      "qr_additional_data_invalid",
    ],
    ["two memos", { additional: "62100801A0801B" }, "qr_additional_data_invalid"],
    ["the amount twice", { amount: "54061850005406185000" }, "qr_duplicate_tag"],
    ["the payee twice", { payee: BODY.payee + BODY.payee }, "qr_duplicate_tag"],
    ["a memo with diacritics", { additional: "62140810thanh toán" }, "qr_not_ascii"],
    ["a line break", { additional: "62070803a\nb" }, "qr_not_ascii"],
    ["a null byte", { additional: "62070803a\u0000b" }, "qr_not_ascii"],
  ])("%s", (_name, change, code) => {
    expect(codeOf(changed(change))).toBe(code);
  });

  test("a version that is not first", () => {
    expect(
      codeOf(sealed(BODY.initiation, BODY.version, BODY.payee, BODY.currency, BODY.country)),
    ).toBe("qr_version_unsupported");
  });

  test("a checksum that is missing, not last, doubled, short, long or in mixed case", () => {
    const good = changed({});
    expect(codeOf(good)).toBe("accepted");
    expect(codeOf(good.slice(0, -8))).toBe("qr_crc_missing");
    expect(codeOf(`${good}5901A`)).toBe("qr_crc_missing");
    expect(codeOf(`${good}6304${good.slice(-4)}`)).toBe("qr_duplicate_tag");
    expect(codeOf(`${good.slice(0, -8)}6303${good.slice(-3)}`)).toBe("qr_crc_mismatch");
    expect(codeOf(`${good.slice(0, -8)}6305${good.slice(-4)}0`)).toBe("qr_crc_mismatch");
    const acb =
      "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304";
    expect(["AE9F", "ae9f", "Ae9F", "AE9f"].map((checksum) => codeOf(acb + checksum))).toEqual([
      "accepted",
      "accepted",
      "qr_crc_mismatch",
      "qr_crc_mismatch",
    ]);
  });

  test.each([" ", "\n", "\u0000", "0", "6304", "\uFEFF"])(
    "something behind or before it: %j",
    (extra) => {
      expect(codeOf(changed({}) + extra)).not.toBe("accepted");
      expect(codeOf(extra + changed({}))).not.toBe("accepted");
    },
  );

  test("nothing, garbage, and very long texts without running out of stack", () => {
    for (const text of ["", "6304", "00", "https://example.vn/qr", "6304FFFF"]) {
      expect(codeOf(text)).not.toBe("accepted");
    }
    expect(codeOf("0".repeat(100_000))).toBe("qr_too_long");
    expect(codeOf("0001A".repeat(20_000))).toBe("qr_too_long");
    expect(codeOf(changed({}) + " ".repeat(100_000))).toBe("qr_too_long");
    expect(codeOf("6299".repeat(128))).not.toBe("accepted");
  });

  test("whatever is thrown at it, without throwing", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: "grapheme-ascii", maxLength: 600 }),
          fc.stringMatching(/^\d{0,200}$/),
        ),
        (text) => {
          expect(codeOf(text)).not.toBe("accepted");
        },
      ),
    );
  });
});

describe("accepts what others may write", () => {
  test("fields in another order, unknown fields, and up to 512 characters", () => {
    const { version, country, additional, currency, initiation } = BODY;
    const shuffled = sealed(version, country, additional, currency, BODY.payee, initiation);
    expect(codeOf(shuffled)).toBe("accepted");
    expect(codeOf(changed({ country: "5802VN64060002VI8003abc" }))).toBe("accepted");
    const padding = (length: number) =>
      writeTlv("80", "x".repeat(99)) +
      writeTlv("81", "x".repeat(99)) +
      writeTlv("82", "x".repeat(99)) +
      writeTlv("83", "x".repeat(length));
    const rest = 512 - changed({}).length - 3 * 103 - 4;
    expect(changed({ country: `5802VN${padding(rest)}` })).toHaveLength(512);
    expect(codeOf(changed({ country: `5802VN${padding(rest)}` }))).toBe("accepted");
    expect(codeOf(changed({ country: `5802VN${padding(rest + 1)}` }))).toBe("qr_too_long");
  });

  test("a memo longer than the 25 we write, in any printable ASCII", () => {
    const memo = "Thanh toan don hang #12/2026: 3 hop tra (sen)";
    expect(
      parseVietQr(changed({ additional: writeTlv("62", writeTlv("08", memo)) })),
    ).toMatchObject({ ok: true, value: { memo } });
  });

  test("a static QR with an amount, and a dynamic one without", () => {
    expect(parseVietQr(changed({ initiation: "010211" }))).toMatchObject({
      ok: true,
      value: { initiation: "static", amountVnd: 185_000 },
    });
    expect(parseVietQr(changed({ amount: "" }))).toMatchObject({
      ok: true,
      value: { initiation: "dynamic", amountVnd: null },
    });
  });
});
