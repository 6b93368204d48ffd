import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findReferences } from "./find-references";
import { ORDER_REFERENCE_SYMBOLS, buildOrderReference } from "./order-reference";
import { encodeVietQr } from "./vietqr-encode";
import { toMemoText } from "./vietqr-memo";

const ONE = "UQ7K3M9PM";
const TWO = "UQAB2CD3Q";

test("the examples of this file are references", () => {
  expect([ONE, TWO]).toEqual([
    buildOrderReference([5, 17, 1, 18, 7, 20]),
    buildOrderReference([8, 9, 0, 10, 11, 1]),
  ]);
});

describe("case 46: finds the reference however the bank mangled it", () => {
  test.each([
    ["alone", "UQ7K3M9PM"],
    ["lower case", "uq7k3m9pm"],
    ["mixed case", "Uq7K3m9PM"],
    ["spaces inside", "UQ7 K3M 9PM"],
    ["a space between all", "U Q 7 K 3 M 9 P M"],
    ["dots", "UQ7.K3M.9PM"],
    ["dashes", "UQ7K-3M9PM"],
    ["long dashes", "UQ7K–3M9P—M"],
    ["slashes and underscores", "UQ7K/3M_9PM"],
    ["a line break inside", "UQ7K3\r\nM9PM"],
    ["a non-breaking space inside", "UQ7K3\u00a0M9PM"],
    ["a zero-width space inside", "UQ7K3\u200bM9PM"],
    ["a bank's number in front, grown together", "MBVCB.3278907687.UQ7K3M9PM"],
    ["a number in front without a separator", "0352350917UQ7K3M9PM"],
    ["a trace behind", "UQ7K3M9PM-CHUYEN TIEN-OQCH0003f2Kd-MOMO0352350917MOMO"],
    ["a trace behind without a separator", "UQ7K3M9PMFT24012345678"],
    ["both sides", "CT DEN:412008556910 UQ7K3M9PM FT24133456789; tai Napas"],
    ["Vietcombank's IBFT text", "IBFT NGUYEN VAN A chuyen tien UQ7K3M9PM"],
    ["diacritics around", "Đặng Thị Ứng trả tiền trà ướp sen UQ7K3M9PM cảm ơn"],
    ["diacritics in decomposed form", "Trả tiền UQ7K3M9PM ạ".normalize("NFD")],
    ["a diacritic the keyboard put on the prefix", "ủq7k3m9pm"],
    ["quotes and brackets", '"(UQ7K3M9PM)"'],
    ["the order's # and a colon", "Ma don #: UQ7K3M9PM."],
    ["percent-encoded spaces around", "%20UQ7K3M9PM%20"],
    ["emoji", "🍵UQ7K🍵3M9PM"],
    ["a stray UQ before it", "UQUQ7K3M9PM"],
    ["a wrong copy before it", "UQ7K3M9P6 UQ7K3M9PM"],
    ["the same twice", "UQ7K3M9PM UQ7K3M9PM"],
    ["the same twice in two spellings", "uq7k 3m9pm/UQ7K3M9PM"],
    ["a null byte inside", "UQ7K3\u0000M9PM"],
    ["payOS's order code behind", "UQ7K3M9PM&orderCode=123"],
  ])("%s", (_name, memo) => expect(findReferences(memo)).toEqual([ONE]));

  test("in any text of Vietnamese words that holds no other", () => {
    const words = fc.array(
      fc.constantFrom("chuyển", "tiền", "Đơn", "hàng", "ỨNG", "cho", "chợ", "phiên", "12/5", "."),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(words, words, (before, behind) => {
        expect(findReferences(`${before.join(" ")} ${ONE} ${behind.join(" ")}`)).toEqual([ONE]);
      }),
    );
  });

  test("in every memo that our own QR carries", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 28 }), { minLength: 6, maxLength: 6 }), (six) => {
        const reference = buildOrderReference(six);
        expect(
          encodeVietQr({ bankBin: "970405", accountNumber: "1", memo: toMemoText(reference) }).ok,
        ).toBe(true);
        expect(findReferences(reference)).toEqual([reference]);
      }),
    );
  });
});

describe("finds all of them", () => {
  test.each([
    ["two, in order", `${TWO} va ${ONE}`, [TWO, ONE]],
    ["two grown together", ONE + TWO, [ONE, TWO]],
    ["two and one of them again", `${ONE} ${TWO} ${ONE}`, [ONE, TWO]],
    ["one that begins in the failed body of another", `UQ7${TWO}`, [TWO]],
  ])("%s", (_name, memo, references) => expect(findReferences(memo)).toEqual(references));
});

describe("finds none", () => {
  test.each([
    ["nothing", ""],
    ["no reference", "NGUYEN VAN A chuyen tien"],
    ["every letter but one", "UQ7K3M9P"],
    ["a wrong check symbol", "UQ7K3M9P6"],
    ["neighbours swapped", "UQK73M9PM"],
    ["O for 0 is no symbol at all", "UQOK3M9PM"],
    ["the prefix lost", "7K3M9PM"],
    ["cut by the bank", "chuyen tien mua hang UQ7K3M9"],
    ["a foreign letter that upper-cases to ours", "UQ2ﬀ567P"],
    ["full-width letters", "ＵＱ７Ｋ３Ｍ９Ｐ５"],
  ])("%s", (_name, memo) => expect(findReferences(memo)).toEqual([]));

  test("with any one symbol wrong", () => {
    for (let i = 0; i < ONE.length; i += 1) {
      for (const symbol of ORDER_REFERENCE_SYMBOLS) {
        const memo = ONE.slice(0, i) + symbol + ONE.slice(i + 1);
        if (memo !== ONE) expect(findReferences(memo)).toEqual([]);
      }
    }
  });

  test("in a text no bank would send, rather than overlook the second of two", () => {
    expect(findReferences(ONE + " ".repeat(503))).toEqual([ONE]);
    expect(findReferences(ONE + " ".repeat(504))).toEqual([]);
    expect(findReferences(`${ONE}${" ".repeat(600)}${TWO}`)).toEqual([]);
    expect(findReferences("UQ".repeat(5_000_000))).toEqual([]);
  });
});

test("never throws, and finds only references", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[UQ2-9A-Z ]{0,60}$/)),
      (memo) => {
        for (const reference of findReferences(memo))
          expect(reference).toMatch(/^UQ[2-9A-HJKMNP-RTV-Z]{7}$/);
      },
    ),
  );
});
