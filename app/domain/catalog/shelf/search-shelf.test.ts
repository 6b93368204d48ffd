import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CERTIFIED_STARS } from "~/domain/certificates/certificate-levels";
import { fold } from "~/platform/fold";
import { OCOP_GROUPS, setsOfGroup } from "../ocop-sets";
import { PRICE_BANDS, priceBandOf } from "../price-bands";
import { isInSeason } from "../season";
import type { ProductFilter } from "../types";
import { searchShelf } from "./search-shelf";
import { Shelf, type ShelfRow } from "./shelf";

const TODAY = "2026-11-22";
const COMMUNES = [
  {
    code: "00769",
    name: "Xã Mèo Vạc",
    provinceCode: "08",
    formerPlaces: [
      { name: "Thị trấn Mèo Vạc", districtName: "Huyện Mèo Vạc", provinceName: "Tỉnh Hà Giang" },
    ],
  },
  { code: "02200", name: "Phường Minh Xuân", provinceCode: "08", formerPlaces: [] },
];
const HOUSEHOLDS = [
  { id: "hou_1", slug: "hou-1", name: "Hợp tác xã Bạc Hà", communeCode: "00769" },
  { id: "hou_2", slug: "hou-2", name: "Hộ ông Đặng Văn Sửu", communeCode: "02200" },
];

const row: fc.Arbitrary<Omit<ShelfRow, "searchId" | "publishedAt">> = fc.record({
  name: fc.constantFrom("Mật ong bạc hà", "Chè Shan tuyết", "Đậu đỏ", "Mật mía", "Cam sành"),
  nameEn: fc.constantFrom(null, "Mint honey"),
  householdId: fc.constantFrom("hou_1", "hou_2"),
  ocopSet: fc.integer({ min: 1, max: 26 }),
  priceVnd: fc.constantFrom(1, 50_000, 50_001, 100_000, 199_999, 500_001),
  isAvailable: fc.boolean(),
  season: fc.option(
    fc.record({
      fromMonth: fc.integer({ min: 1, max: 12 }),
      toMonth: fc.integer({ min: 1, max: 12 }),
    }),
  ),
  soldUntil: fc.constantFrom(null, null, "2026-11-22", "2026-11-24", "2029-11-23"),
  certificate: fc.option(
    fc.record({
      stars: fc.constantFrom(...CERTIFIED_STARS),
      issuedOn: fc.constantFrom("2026-11-22", "2026-11-23"),
      expiresOn: fc.constantFrom("2026-11-24", "2029-11-23"),
    }),
  ),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });

const filter: fc.Arbitrary<ProductFilter> = fc.record(
  {
    group: fc.constantFrom(...OCOP_GROUPS.map(({ code }) => code)),
    stars: fc.constantFrom(...CERTIFIED_STARS),
    communeCode: fc.constantFrom("00769", "02200", "99999"),
    price: fc.constantFrom(...PRICE_BANDS.map(({ code }) => code)),
    inSeason: fc.constant(true as const),
    isReady: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

function fill(given: readonly Omit<ShelfRow, "searchId" | "publishedAt">[]) {
  const all = given.map((one, i) => ({ ...one, searchId: 100 + i, publishedAt: i }));
  const shelf = new Shelf(COMMUNES, HOUSEHOLDS);
  for (const one of all) shelf.put(one);
  return { shelf, all };
}

const search = (shelf: Shelf, wanted: ProductFilter, today = TODAY) =>
  searchShelf(shelf, wanted, { today, offset: 0, limit: 1_000 });

/** The same question asked of each row by itself. */
function fits(one: ShelfRow, wanted: ProductFilter, today = TODAY): boolean {
  const { certificate } = one;
  const hasStars =
    certificate !== null && certificate.issuedOn <= today && certificate.expiresOn > today;
  const commune = HOUSEHOLDS.find(({ id }) => id === one.householdId)?.communeCode;
  return (
    (one.soldUntil === null || one.soldUntil > today) &&
    (!wanted.group || setsOfGroup(wanted.group).includes(one.ocopSet)) &&
    (!wanted.stars || (hasStars && certificate.stars === wanted.stars)) &&
    (!wanted.communeCode || commune === wanted.communeCode) &&
    (!wanted.price || PRICE_BANDS[priceBandOf(one.priceVnd)]?.code === wanted.price) &&
    (!wanted.inSeason || (one.season !== null && isInSeason(one.season, today))) &&
    (!wanted.isReady || one.isAvailable)
  );
}

describe("searchShelf", () => {
  it("answers a filter as asking each product would, what is in stock first, then the newest", () => {
    fc.assert(
      fc.property(
        rows,
        filter,
        fc.constantFrom(TODAY, "2026-11-23", "2026-12-01"),
        (given, wanted, today) => {
          const { shelf, all } = fill(given);
          search(shelf, {}); // of another day than the one asked for next
          const expected = all
            .filter((one) => fits(one, wanted, today))
            .toSorted(
              (a, b) =>
                Number(b.isAvailable) - Number(a.isAvailable) || b.publishedAt - a.publishedAt,
            );
          const answer = search(shelf, wanted, today);
          expect(answer.searchIds).toEqual(expected.map((one) => one.searchId));
          expect(answer.total).toBe(expected.length);
        },
      ),
    );
  });

  it("counts each choice as choosing it would", () => {
    fc.assert(
      fc.property(rows, filter, (given, wanted) => {
        const { shelf } = fill(given);
        const facets = search(shelf, wanted).countFacets();
        const totalWith = (change: ProductFilter) => search(shelf, { ...wanted, ...change }).total;
        for (const { code, count } of facets.groups) expect(count).toBe(totalWith({ group: code }));
        for (const { stars, count } of facets.stars) expect(count).toBe(totalWith({ stars }));
        for (const { code, count } of facets.prices) expect(count).toBe(totalWith({ price: code }));
        for (const { code, count } of facets.communes) {
          expect(count).toBe(totalWith({ communeCode: code }));
        }
        for (const { set, count } of facets.sets) expect(count).toBe(totalWith({ set }));
        expect(facets.inSeason).toBe(totalWith({ inSeason: true }));
        expect(facets.ready).toBe(totalWith({ isReady: true }));
      }),
      { numRuns: 50 },
    );
  });

  it("pages without a gap or a repetition", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (given, limit) => {
        const { shelf } = fill(given);
        const paged: number[] = [];
        for (let offset = 0; offset < given.length; offset += limit) {
          paged.push(
            ...searchShelf(shelf, { text: "mat" }, { today: TODAY, offset, limit }).searchIds,
          );
        }
        expect(paged).toEqual(search(shelf, { text: "mat" }).searchIds);
      }),
    );
  });

  it("keeps up with what changes", () => {
    const change = fc.record({ which: fc.nat(), to: fc.option(row), isAgain: fc.boolean() });
    fc.assert(
      fc.property(rows, fc.array(change, { maxLength: 40 }), filter, (given, changes, wanted) => {
        const { shelf, all } = fill(given);
        const now = new Map(all.map((one) => [one.searchId, one]));
        const latest = new Map(now);
        let publishedAt = given.length;
        for (const { which, to, isAgain } of changes) {
          const old = all[which % all.length];
          if (!old) continue;
          const { searchId } = old;
          const current = latest.get(searchId) ?? old;
          if (!to) {
            shelf.remove(searchId);
            now.delete(searchId);
            continue;
          }
          publishedAt += 1;
          // A new publication may say anything; the same one keeps its words, kind and household.
          const { name, nameEn, householdId, ocopSet } = current;
          const next = isAgain
            ? { ...to, searchId, publishedAt }
            : {
                ...to,
                name,
                nameEn,
                householdId,
                ocopSet,
                searchId,
                publishedAt: current.publishedAt,
              };
          expect(shelf.mayPut(next)).toBe(true);
          shelf.put(next);
          now.set(searchId, next);
          latest.set(searchId, next);
        }
        const anew = new Shelf(COMMUNES, HOUSEHOLDS);
        for (const one of [...now.values()].toSorted((a, b) => a.publishedAt - b.publishedAt)) {
          anew.put(one);
        }
        for (const one of [wanted, { text: "mat ong" }]) {
          const [kept, fresh] = [search(shelf, one), search(anew, one)];
          expect(kept).toEqual({ ...fresh, countFacets: kept.countFacets });
          expect(kept.countFacets()).toEqual(fresh.countFacets());
        }
      }),
    );
  });
});

describe("what is typed", () => {
  const product = {
    householdId: "hou_2",
    ocopSet: 2,
    priceVnd: 1,
    isAvailable: true,
    season: null,
    nameEn: null,
    soldUntil: null,
    certificate: null,
  };
  const { shelf, all } = fill([
    { ...product, name: "Mật ong bạc hà", nameEn: "Mint honey" },
    { ...product, name: "Thịt gác bếp", householdId: "hou_1" },
    { ...product, name: "Bạc mã" },
    { ...product, name: "Đậu tương rang" },
    { ...product, name: "Dâu tây", isAvailable: false },
    { ...product, name: "Dâu da" },
  ]);
  const find = (text: string) =>
    search(shelf, { text }).searchIds.map((id) => all.find((one) => one.searchId === id)?.name);

  it.each([
    ["mat ong", ["Mật ong bạc hà"]],
    ["MẬT ONG", ["Mật ong bạc hà"]],
    ["ong mat", ["Mật ong bạc hà"]],
    ["honey", ["Mật ong bạc hà"]],
    ["đậu tương", ["Đậu tương rang"]],
    ["dau tuong", ["Đậu tương rang"]],
    // As written first; within a fit what is in stock, then the newest.
    ["dâu", ["Dâu da", "Dâu tây", "Đậu tương rang"]],
    ["bạc", ["Bạc mã", "Mật ong bạc hà", "Thịt gác bếp"]],
    ["ha giang", ["Thịt gác bếp"]], // what the place was called
    ["suu mat", ["Mật ong bạc hà"]], // seller and product
    ["tuon", ["Đậu tương rang"]], // only begun
    ["tuogn", ["Đậu tương rang"]],
    ["matt ong", ["Mật ong bạc hà"]], // shorter words are forgiven when nothing else is found
    ["tuonng rang", ["Đậu tương rang"]],
    ["xyzzy", []],
    ["!!!", []],
    ["", ["Dâu da", "Đậu tương rang", "Bạc mã", "Thịt gác bếp", "Mật ong bạc hà", "Dâu tây"]],
  ])("%s", (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it("says what was meant only when nothing has what was typed", () => {
    expect(search(shelf, { text: "tuogn rang" }).correctedText).toBe("tuong rang");
    expect(search(shelf, { text: "tuong" }).correctedText).toBeNull();
    expect(search(shelf, { text: "xyzzy" }).correctedText).toBeNull();
  });

  it("puts what is only similar last and says how many that are", () => {
    const { shelf: similar } = fill([
      { ...product, name: "Trang sức" },
      { ...product, name: "Tranh thêu" },
    ]);
    expect(search(similar, { text: "tranh" })).toMatchObject({
      searchIds: [101, 100],
      similarCount: 1,
      correctedText: null,
    });
  });

  it("bounds what is searched", () => {
    expect(search(shelf, { text: "mat ".repeat(10_000) }).total).toBe(1);
    expect(fold("mat ".repeat(3))).toBe("mat mat mat");
  });
});
