import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProductFilter, writeProductFilter } from "~/domain/catalog/product-filter";
import { publicAddress } from "./public-pages";

describe("publicAddress", () => {
  it.each([
    ["/", "/"],
    ["/?fbclid=x", "/"],
    ["/en?utm_source=zalo&q=che", "/en"],
    ["/products/mat-ong?fbclid=x&page=2", "/products/mat-ong"],
    [
      "/products?utm_source=a&stock=ready&q=m%E1%BA%ADt+ong&zz=1",
      "/products?q=m%E1%BA%ADt+ong&stock=ready",
    ],
    ["/products?page=2&page=3", "/products?page=2"],
    [
      "/en/products/mat-ong/questions?asked=new&gclid=1",
      "/en/products/mat-ong/questions?asked=new",
    ],
    ["/households/htx?Page=2", "/households/htx"],
    ["/lots?code=", "/lots?code="],
    [
      "/statistics/chart.svg?size=wide&kind=goods&v=1",
      "/statistics/chart.svg?kind=goods&size=wide",
    ],
    ["/products?q=%E0%A4%A&%", "/products?q=%EF%BF%BD%25A"],
  ])("%s is kept as %s", (url, address) => {
    expect(publicAddress(url)).toBe(address);
  });

  it.each([
    "/cart",
    "/products/suggestions.json?q=che",
    "/en/products/suggestions.json?q=tea",
    "/products/suggestions.json/x",
    "/household",
    "/en/account",
    "/products/",
    "//",
    "/xx/products",
    "/feedxxml",
  ])("%s is no public page", (url) => expect(publicAddress(url)).toBeNull());

  it("keeps all that a list can be asked for, in whatever order and among whatever else", () => {
    const filter = {
      text: "mật ong & chè",
      group: "food",
      set: 4,
      stars: 4,
      communeCode: "00769",
      price: "under_100",
      inSeason: true,
      isReady: true,
    } as const;
    const asked = Object.entries(writeProductFilter(filter as never, 3)).map(
      ([name, value]) => [name, String(value)] as [string, string],
    );
    const strange = fc.tuple(
      fc.string({ minLength: 1 }).map((name) => `x${name}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(strange, { maxLength: 5 }), fc.nat(), (others, turn) => {
        const mixed = [...asked, ...others];
        const turned = [
          ...mixed.slice(turn % mixed.length),
          ...mixed.slice(0, turn % mixed.length),
        ];
        const address = publicAddress(`/products?${new URLSearchParams(turned).toString()}`);
        expect(address).toBe(publicAddress(`/products?${new URLSearchParams(asked).toString()}`));
        const read = new URLSearchParams(address?.split("?")[1]);
        expect(readProductFilter(read)).toEqual(readProductFilter(new URLSearchParams(asked)));
      }),
    );
  });
});

/** The doors behind the addresses, where they read a parameter. */
const DOORS: Record<string, string> = {
  "/": "_store._index.tsx",
  "/products/a": "_store.products.$productSlug.tsx",
  "/products/a/reviews": "_store.products.$productSlug_.reviews.tsx",
  "/products/a/questions": "_store.products.$productSlug_.questions.tsx",
  "/lots": "_store.lots._index.tsx",
  "/lots/a": "_store.lots.$lotCode.tsx",
  "/communes": "_store.communes._index.tsx",
  "/communes/a": "_store.communes.$commune.tsx",
  "/collections": "_store.collections._index.tsx",
  "/collections/a": "_store.collections.$collectionSlug.tsx",
  "/households/a": "_store.households.$householdSlug.tsx",
  "/ranking": "_store.ranking.tsx",
  "/shipping": "_store.shipping.tsx",
  "/reviews": "_store.reviews.tsx",
  "/statistics": "_store.statistics.tsx",
  "/statistics/breakdown.csv": "_store.statistics_.breakdown[.]csv.ts",
  "/statistics/map.svg": "_store.statistics_.map[.]svg.ts",
  "/offline": "_store.offline.tsx",
  "/feed.xml": "feed[.]xml.ts",
  "/sitemap.xml": "sitemap[.]xml.ts",
  "/manifest.webmanifest": "manifest[.]webmanifest.ts",
};

describe("a public page's door", () => {
  it.each(Object.entries(DOORS))("%s reads no parameter that is left out", (path, door) => {
    const text = readFileSync(`app/routes/${door}`, "utf8");
    const names = [...text.matchAll(/(?:searchParams|query)\.(?:get|has)\("(\w+)"\)/g)].map(
      (match) => match[1] ?? "",
    );
    // Parameters are read by name, and nowhere as a whole but to lead on.
    expect(text.match(/searchParams\)/)).toBeNull();
    for (const name of names) {
      expect([name, publicAddress(`${path}?${name}=1`)]).toEqual([name, `${path}?${name}=1`]);
    }
    const all = ["q", "page", "code", "asked", "done", "kind", "size"];
    for (const name of all.filter((one) => !names.includes(one))) {
      expect(publicAddress(`${path}?${name}=1`)).toBe(path);
    }
  });
});
