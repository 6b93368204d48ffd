import { describe, expect, it } from "vitest";
import {
  cleanLine,
  cleanText,
  optionalLine,
  optionalText,
  typedLine,
  typedText,
} from "./typed-text";

const LIMITS = { missing: "missing", long: "long", max: 10 };
const codesOf = (parsed: { error?: { issues: { message: string }[] } | undefined }) =>
  parsed.error?.issues.map((issue) => issue.message);

// Zero-width space, joiners, soft hyphen, bidi override and isolates, BOM, Hangul blanks, NUL, lone surrogate.
const NOTHING = [
  "",
  "   ",
  "\u200b",
  "\u200c\u200d\u2060",
  "\u00ad",
  "\u202e",
  "\u2066\u2069",
  "\ufeff",
  "\u115f\u3164\uffa0",
  "\u034f",
  "\u0000\u0007\u007f\u0085",
  "\ud800",
  "\ue000",
  "\r\n\t",
];
const NO_WORDS = ["…", "--- !", "\u{1f351}\u{1f60a}", "\u2800"];

describe("a line", () => {
  it.each(NOTHING)("says nothing with %j", (typed) => {
    expect(codesOf(typedLine(LIMITS).safeParse(typed))).toEqual(["missing"]);
    expect(codesOf(typedText(LIMITS).safeParse(typed))).toEqual(["missing"]);
  });

  it.each(NO_WORDS)("has no words in %j", (typed) => {
    expect(codesOf(typedLine(LIMITS).safeParse(typed))).toEqual(["words_missing"]);
    expect(codesOf(typedText(LIMITS).safeParse(typed))).toEqual(["words_missing"]);
  });

  it.each([
    ["  Vàng\u00a0 Thị\t\r\nMai ", "Vàng Thị Mai"],
    ["Ho\u0323\u0302 Mai", "Hộ Mai"],
    ["Hộ \u202eiaM", "Hộ iaM"],
    ["a \u200b b", "a b"],
    ["a\u2028b\u0085c", "a b c"],
    ["7", "7"],
    ["Sần Sùi 🍑", "Sần Sùi 🍑"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(cleanLine(typed)).toBe(kept);
  });

  it("is measured as it is kept", () => {
    expect(typedLine(LIMITS).parse(`${"\u200b".repeat(50)}mười chữ  `)).toBe("mười chữ");
    expect(codesOf(typedLine(LIMITS).safeParse("mười một chữ"))).toEqual(["long"]);
    expect(codesOf(typedLine({ ...LIMITS, short: "short", min: 3 }).safeParse("ab\u200b"))).toEqual(
      ["short"],
    );
    expect(codesOf(typedLine(LIMITS).safeParse(undefined))).toEqual(["missing"]);
  });
});

describe("a long text", () => {
  it("keeps its line breaks, one empty line at most", () => {
    expect(cleanText(" một \r\n\thai\r\n\r\n \u200b\r\n\n ba\rbốn ")).toBe("một\nhai\n\nba\nbốn");
  });
});

describe("a field that may stay empty", () => {
  it("is empty when nothing can be seen of it", () => {
    for (const typed of [undefined, "", " \u200b\n"]) {
      expect(optionalText(LIMITS).parse(typed)).toBe("");
      expect(optionalLine(LIMITS).parse(typed)).toBe("");
    }
    expect(optionalLine(LIMITS).parse(" EB\u200b123 ")).toBe("EB123");
    expect(codesOf(optionalText(LIMITS).safeParse("mười một chữ"))).toEqual(["long"]);
  });
});
