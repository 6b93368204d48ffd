import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadProvinceSample, SAMPLE_PROVINCES } from "~db/seeds/demo/province-sample";
import { fold } from "~/platform/fold";
import { PlaceIndex } from "./place-index";
import { Shelf } from "./shelf";
import { suggest } from "./suggest";

const former = (name: string, districtName: string) => ({
  name,
  districtName,
  provinceName: "Tỉnh Hà Giang",
});
const COMMUNES = [
  {
    code: "00769",
    name: "Xã Mèo Vạc",
    provinceCode: "08",
    formerPlaces: [
      former("Thị trấn Mèo Vạc", "Huyện Mèo Vạc"),
      former("Xã Pả Vi", "Huyện Mèo Vạc"),
    ],
  },
  {
    code: "00802",
    name: "Xã Khâu Vai",
    provinceCode: "08",
    formerPlaces: [
      former("Xã Khâu Vai", "Huyện Mèo Vạc"),
      former("Xã Cán Chu Phìn", "Huyện Mèo Vạc"),
    ],
  },
  { code: "90001", name: "Xã Pả Vi", provinceCode: "51", formerPlaces: [] },
];
const products = SAMPLE_PROVINCES.flatMap((code) => loadProvinceSample(code).products);
const shelf = new Shelf(COMMUNES, [
  { id: "hou_1", slug: "bac-ha", name: "Hợp tác xã Mẫu Bạc Hà", communeCode: "00769" },
  { id: "hou_2", slug: "cho-duyet", name: "Hộ Chờ Duyệt", communeCode: "00769" },
]);
for (const [i, product] of products.entries()) {
  shelf.put({
    searchId: i,
    name: product.nameVi,
    nameEn: product.nameEn,
    householdId: "hou_1",
    ocopSet: product.set,
    priceVnd: product.priceVnd,
    isAvailable: i % 2 === 0,
    season: null,
    publishedAt: i,
    soldUntil: null,
    certificate: null,
  });
}
const places = new PlaceIndex(COMMUNES, "08");
const forText = (text: string) => suggest(shelf, places, { text, language: "vi" });

describe("suggestions", () => {
  it("never are more than eight, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 300 }), fc.constantFrom("ma", "ho", "xa")),
        (text) => {
          const found = forText(text);
          const { searchIds, sets, places: communes, households } = found;
          const count = searchIds.length + sets.length + communes.length + households.length;
          expect(count).toBeLessThanOrEqual(8);
        },
      ),
    );
  });

  it("hold a product by its name without marks, however little is missing of it", () => {
    fc.assert(
      fc.property(fc.nat({ max: products.length - 1 }), fc.nat({ max: 3 }), (number, missing) => {
        const name = fold(products[number]?.nameVi ?? "");
        const typed = name.slice(0, Math.max(8, name.length - missing));
        const { searchIds, sets, places: communes, households } = forText(typed);
        const names = searchIds.map((id) => fold(products[id]?.nameVi ?? ""));
        const count = searchIds.length + sets.length + communes.length + households.length;
        // With eight others that have the same words, it may be the ninth.
        expect(names.includes(name) || count === 8).toBe(true);
      }),
    );
  });

  it("put what is in stock first and forgive one slip", () => {
    const ids = forText("mật ong").searchIds;
    const isReady = ids.map((id) => id % 2 === 0);
    expect(isReady).toEqual(isReady.toSorted((a, b) => Number(b) - Number(a)));
    expect(forText("mât onh bac ha").searchIds.map((id) => products[id]?.nameVi)).toContain(
      "Mật ong bạc hà Mèo Vạc",
    );
  });

  it("name kinds with something on sale, sellers, and communes by old names too", () => {
    expect(forText("chè").sets).toContainEqual({
      set: 11,
      count: products.filter((product) => product.set === 11).length,
    });
    expect(forText("bac ha").households.map((one) => one.slug)).toEqual(["bac-ha"]);
    expect(forText("cho duyet").households).toEqual([]);
    expect(forText("pa v").places).toMatchObject([
      { commune: { code: "00769" }, formerName: "Xã Pả Vi" },
    ]);
    // Nobody sells from there.
    expect(forText("khau vai").places).toEqual([]);
  });

  it("are none for one letter or signs", () => {
    for (const text of ["", "m", "?!", "   "]) {
      expect(forText(text)).toEqual({ searchIds: [], sets: [], places: [], households: [] });
    }
  });
});

describe("places by their whole name", () => {
  const named = (text: string) =>
    places.named(text).map(({ commune, formerName }) => [commune.code, formerName]);

  it("are found by the name of today, with its kind or without", () => {
    expect(named("Mèo Vạc")).toEqual([["00769", null]]);
    expect(named("xa meo vac")).toEqual([["00769", null]]);
  });

  it("are found by the name of a former commune, in the market's province only", () => {
    expect(named("xã Pả Vi")).toEqual([["00769", "Xã Pả Vi"]]);
    expect(named("can chu phin")).toEqual([["00802", "Xã Cán Chu Phìn"]]);
  });

  it("are none for other words", () => {
    for (const text of ["mật ong", "pả", "xã", "", "constructor"]) expect(named(text)).toEqual([]);
  });
});
