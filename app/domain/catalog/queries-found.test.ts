import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { inTransaction } from "~/platform/db.server";
import { cardVersion } from "./card-version.server";
import { INDEXED_LISTS, isListIndexed } from "./indexed-lists";
import {
  listIndexedLists,
  listNewest,
  listProductParts,
  listProductsOfPart,
} from "./queries-found.server";
import { pictureFactsOf } from "./picture-facts";
import { findProduct } from "./queries-product.server";
import { addProduct, setUpCatalogue } from "./test-catalogue";

setUpCatalogue();

describe("the sitemap", () => {
  it("has what is on sale and nothing else, by number", async () => {
    expect(listProductParts()).toEqual([1]);
    const slugs = (await listProductsOfPart(1)).map(({ slug }) => slug);
    expect(slugs).toEqual(["p-1", "p-2", "p-3", "p-4", "p-5", "p-6"]);
    expect(await listProductsOfPart(2)).toEqual([]);
  });

  it("has a part only where a number is taken", async () => {
    const id = await inTransaction((tx) =>
      addProduct(tx, { name: "Chè xa", slug: "che-xa", searchId: 5_000, publishedAt: 9_000_000 }),
    );
    expect(listProductParts()).toEqual([1, 5]);
    expect((await listProductsOfPart(5)).map(({ slug }) => slug)).toEqual(["che-xa"]);
    await inTransaction((tx) =>
      tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, id)),
    );
    expect(listProductParts()).toEqual([1]);
  });
});

describe("lists", () => {
  it("may be found when they are whole, of one group or of one kind, on their first page", () => {
    expect(isListIndexed({}, 1, 9)).toBe(true);
    expect(isListIndexed({ group: "food" }, 1, 9)).toBe(true);
    expect(isListIndexed({ set: 4 }, 1, 9)).toBe(true);
    expect(isListIndexed({ set: 4 }, 2, 99)).toBe(false);
    expect(isListIndexed({ set: 4 }, 1, 0)).toBe(false);
    expect(isListIndexed({ group: "food", set: 4 }, 1, 9)).toBe(false);
    expect(isListIndexed({ text: "che" }, 1, 9)).toBe(false);
    expect(isListIndexed({ stars: 4 }, 1, 9)).toBe(false);
    expect(INDEXED_LISTS).toHaveLength(1 + 6 + 25);
  });

  it("stand in the sitemap when they have something", () => {
    expect(listIndexedLists()).toEqual(
      [
        {},
        { group: "food" },
        { group: "drink" },
        ...[1, 3, 4, 6, 11, 14].map((set) => ({ set })),
      ].filter((list) => !("set" in list) || list.set !== 1),
    );
  });
});

describe("the feed", () => {
  it("has the newest first, sold out or not, in the language asked for", async () => {
    const vi = await listNewest(3, "vi");
    expect(vi.map(({ name }) => name)).toEqual([
      "Mật ong hoa rừng",
      "Rượu ngô",
      "Bánh chế tam giác mạch",
    ]);
    const en = await listNewest(50, "en");
    expect(en.at(-1)).toMatchObject({ name: "Mint honey", slug: "p-1", publishedAt: 1_000 });
  });

  it("names the same picture as the product's page", async () => {
    for (const language of ["vi", "en"] as const) {
      for (const entry of await listNewest(50, language)) {
        const product = await findProduct(entry.slug, language);
        if (!product) throw new Error(entry.slug);
        expect(cardVersion(pictureFactsOf(product), language)).toBe(entry.cardVersion);
      }
    }
  });
});
