import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadProvinceSample, SAMPLE_PROVINCES } from "~db/seeds/demo/province-sample";
import { fold } from "~/platform/fold";
import { PAGE_SIZE } from "../queries.server";
import { searchShelf } from "./search-shelf";
import { Shelf } from "./shelf";

const LETTERS = "abcdeghiklmnopqrstuvxy";

const products = SAMPLE_PROVINCES.flatMap((code) => loadProvinceSample(code).products);
const shelf = new Shelf(
  [
    {
      code: "00769",
      name: "Xã Mèo Vạc",
      provinceCode: "08",
      formerPlaces: [{ name: "", districtName: "", provinceName: "Tỉnh Hà Giang" }],
    },
  ],
  [{ id: "hou_1", slug: "hou-1", name: "Hợp tác xã Bạc Hà", communeCode: "00769" }],
);
for (const [i, product] of products.entries()) {
  shelf.put({
    searchId: i,
    name: product.nameVi,
    nameEn: product.nameEn,
    householdId: "hou_1",
    ocopSet: product.set,
    priceVnd: product.priceVnd,
    isAvailable: true,
    season: null,
    publishedAt: i,
    soldUntil: null,
    certificate: null,
  });
}

const find = (text: string, limit: number) =>
  searchShelf(shelf, { text }, { today: "2026-11-22", offset: 0, limit }).searchIds;

const anyProduct = fc.nat({ max: products.length - 1 });
const slip = fc.record({
  kind: fc.constantFrom("missing", "more", "wrong", "swapped"),
  word: fc.nat(),
  at: fc.nat(),
  letter: fc.constantFrom(...LETTERS.split("")),
});

/** One slip in one of the words of five letters and more, if there is such a word. */
function withSlip(
  text: string,
  { kind, word, at, letter }: { kind: string; word: number; at: number; letter: string },
) {
  const words = text.split(" ");
  const long = [...words.keys()].filter((i) => (words[i] ?? "").length >= 5);
  const which = long[word % Math.max(1, long.length)];
  if (which === undefined) return text;
  const old = words[which] ?? "";
  const place = at % old.length;
  const [before, from] = [old.slice(0, place), old.slice(place)];
  const changed = {
    missing: before + from.slice(1),
    more: before + letter + from,
    wrong: before + letter + from.slice(1),
    swapped: before + from.slice(1, 2) + from.slice(0, 1) + from.slice(2),
  };
  return words.with(which, changed[kind as keyof typeof changed]).join(" ");
}

/** The letters' case as the bits say. */
const inCase = (text: string, bits: number) =>
  text
    .split("")
    .map((letter, i) => ((bits >> (i % 30)) & 1 ? letter.toUpperCase() : letter))
    .join("");

describe("every product of the four provinces is found", () => {
  it("on the first page by its name as written, in any case", () => {
    fc.assert(
      fc.property(anyProduct, fc.nat(), (i, bits) => {
        expect(find(inCase(products[i]?.nameVi ?? "", bits), PAGE_SIZE)).toContain(i);
      }),
      { numRuns: 300 },
    );
  });

  it("on the first page by its name without marks, in any case", () => {
    fc.assert(
      fc.property(anyProduct, fc.nat(), (i, bits) => {
        expect(find(inCase(fold(products[i]?.nameVi ?? ""), bits), PAGE_SIZE)).toContain(i);
      }),
      { numRuns: 300 },
    );
  });

  it("with one slip in a word of five letters or more", () => {
    expect(products.some(({ nameVi }) => /\p{L}{5}/u.test(nameVi))).toBe(true);
    fc.assert(
      fc.property(anyProduct, slip, (i, one) => {
        expect(find(withSlip(fold(products[i]?.nameVi ?? ""), one), products.length)).toContain(i);
      }),
      { numRuns: 2_000 },
    );
  });
});
