import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOcopCode } from "./ocop-code";

const YEAR = 2026;
const read = (typed: string) => readOcopCode(typed, YEAR);

const digits = (length: number) =>
  fc
    .array(fc.constantFrom(..."0123456789".split("")), { minLength: length, maxLength: length })
    .map((one) => one.join(""));
const number = fc
  .tuple(fc.constantFrom("", "0", "00"), fc.integer({ min: 1, max: 999 }))
  .map(([zeros, value]) => `${zeros}${value}`);
const year = fc.integer({ min: 2018, max: YEAR }).map(String);
const parts = fc.oneof(
  fc.tuple(digits(2), digits(3), digits(5), number, year),
  fc.tuple(digits(2), digits(5), number, year),
);
const space = fc.constantFrom("", " ", "  ", "\t", "\u00a0", "\u2009");
const dash = fc.constantFrom(
  ..."-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u00ad\u2043\ufe58".split(""),
);

describe("the code of a product", () => {
  it("is read in both forms, zeros kept", () => {
    expect(read("83-829-28780-3-2022")).toEqual({
      text: "83-829-28780-3-2022",
      provinceCode: "83",
      districtCode: "829",
      communeCode: "28780",
      number: "3",
      year: 2022,
    });
    expect(read(" 08 – 00715 — 012 − 2026 ")).toEqual({
      text: "08-00715-012-2026",
      provinceCode: "08",
      districtCode: null,
      communeCode: "00715",
      number: "012",
      year: 2026,
    });
  });

  it.each([
    "",
    "-",
    "83 829 28780 3 2022",
    "83.829.28780.3.2022",
    "83/829/28780/3/2022",
    "8-829-28780-3-2022",
    "083-829-28780-3-2022",
    "83-82-28780-3-2022",
    "83-829-2878-3-2022",
    "83-829-287800-3-2022",
    "83-829-28780-0-2022",
    "83-829-28780-000-2022",
    "83-829-28780--3-2022",
    "83-829-28780-3-2017",
    "83-829-28780-3-2027",
    "83-829-28780-3-22",
    "83-829-28780-3-2022-",
    "-83-829-28780-3-2022",
    "83-829-28780-3",
    "83-829-28780-3-2022 3",
    "83-829-28780-3-2022\n83-829-28780-3-2022",
    "83-829-28780-1234567-2022",
    "tám ba-829-28780-3-2022",
    "８３-829-28780-3-2022",
    "+83-829-28780-3-2022",
    "83-829-28 780-3-2022",
    `83-829-28780-3-2022${" ".repeat(60)}`,
  ])("%j is none", (typed) => {
    expect(read(typed)).toBeNull();
  });

  it("is the same however its parts are joined", () => {
    fc.assert(
      fc.property(
        parts,
        fc.array(fc.tuple(space, dash, space), { minLength: 4, maxLength: 4 }),
        space,
        (made, joints, around) => {
          const typed = made.reduce(
            (text, part, i) => (i === 0 ? part : text + (joints[i - 1] ?? ["-"]).join("") + part),
            "",
          );
          const code = read(around + typed + around);
          expect(code?.text).toBe(made.join("-"));
          expect([
            code?.provinceCode,
            ...(code?.districtCode === null ? [] : [code?.districtCode]),
            code?.communeCode,
            code?.number,
            String(code?.year),
          ]).toEqual(made);
        },
      ),
    );
  });

  it("reads what it has written as the same", () => {
    fc.assert(
      fc.property(parts, (made) => {
        const code = read(made.join("-"));
        expect(read(code?.text ?? "")).toEqual(code);
      }),
    );
  });

  it("takes nothing else, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
        const code = read(typed);
        if (code !== null) expect(code.text).toMatch(/^\d{2}(-\d{3})?-\d{5}-\d{1,5}-20\d{2}$/);
      }),
    );
    fc.assert(
      fc.property(parts, fc.nat(4), digits(1), (made, at, extra) => {
        // One digit too many in a part of fixed length is another code, not this one mended.
        const place = at % (made.length - 2);
        const longer = made.map((part, i) => (i === place ? part + extra : part));
        expect(read(longer.join("-"))).toBeNull();
      }),
    );
  });
});
