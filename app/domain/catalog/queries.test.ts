import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { inTransaction } from "~/platform/db.server";
import { countOnSale, listHomeShelves } from "./queries-home.server";
import { listBeside } from "./queries-related.server";
import { listCards, listProducts, PAGE_SIZE } from "./queries.server";
import type { ProductPage } from "./types";
import { addProduct, setUpCatalogue } from "./test-catalogue";

setUpCatalogue();

const SHELVES = 8;

describe("the list", () => {
  it("shows what is on sale, in stock first, then the newest", async () => {
    const list = await listProducts({}, 1, "vi");
    expect(list.cards.map((card) => card.name)).toEqual([
      "Rượu ngô",
      "Bánh chế tam giác mạch",
      "Chè Shan tuyết",
      "Đậu tương rang",
      "Mật ong bạc hà",
      "Mật ong hoa rừng",
    ]);
    expect(list).toMatchObject({ total: 6, page: 1, pageCount: 1, correctedText: null });
  });

  it("filters by group, set, stars and commune", async () => {
    expect((await listProducts({ group: "food" }, 1, "vi")).total).toBe(5);
    expect((await listProducts({ group: "drink" }, 1, "vi")).total).toBe(1);
    expect((await listProducts({ set: 11 }, 1, "vi")).total).toBe(1);
    expect((await listProducts({ stars: 4 }, 1, "vi")).total).toBe(1);
    expect((await listProducts({ stars: 3 }, 1, "vi")).total).toBe(0);
    expect((await listProducts({ communeCode: "00769" }, 1, "vi")).total).toBe(6);
    expect((await listProducts({ communeCode: "00715" }, 1, "vi")).total).toBe(0);
    expect((await listProducts({ text: "mật", set: 11 }, 1, "vi")).total).toBe(0);
    expect((await listProducts({ text: "đậu", stars: 4 }, 1, "vi")).total).toBe(1);
  });

  it("shows stars only while the certificate is valid", async () => {
    const stars = new Map(
      (await listProducts({}, 1, "vi")).cards.map((card) => [card.name, card.stars]),
    );
    expect(Object.fromEntries(stars)).toMatchObject({
      "Đậu tương rang": 4, // issued today, ends tomorrow
      "Chè Shan tuyết": null, // ends today
      "Bánh chế tam giác mạch": null, // from tomorrow
      "Rượu ngô": null, // revoked
    });
  });

  it("speaks English where there is any", async () => {
    const { newest } = await listHomeShelves(SHELVES, "en");
    const names = newest.map((card) => card.name);
    expect(names).toContain("Mint honey");
    expect(names).toContain("Rượu ngô");
  });

  it("knows what is in season, over the new year too, and in stock", async () => {
    expect((await listHomeShelves(SHELVES, "vi")).inSeason).toEqual([]);
    await inTransaction(async (tx) => {
      await tx
        .update(products)
        .set({ availableCount: 1 })
        .where(eq(products.name, "Mật ong hoa rừng"));
    });
    const { inSeason, newest } = await listHomeShelves(SHELVES, "vi");
    expect(inSeason.map((card) => card.name)).toEqual(["Mật ong hoa rừng"]);
    expect(newest.map((card) => card.name)).not.toContain("Mật ong hoa rừng");
    await inTransaction(async (tx) => {
      await tx
        .update(products)
        .set({ availableCount: 0 })
        .where(eq(products.name, "Mật ong hoa rừng"));
    });
  });

  it("counts groups and communes", async () => {
    const { groups, communes } = countOnSale(5);
    expect(groups.filter(({ count }) => count > 0)).toEqual([
      { code: "food", count: 5 },
      { code: "drink", count: 1 },
    ]);
    expect(communes).toEqual([{ code: "00769", name: "Xã Mèo Vạc", count: 6 }]);
  });

  it("leaves a suspended household's shelf empty", async () => {
    const soldBy = async (slug: string) => {
      const seller = { slug, communeCode: "none" } as ProductPage["seller"];
      return (await listBeside({ searchId: 0, ocopSet: 1, seller }, 10, "vi")).others;
    };
    expect(await soldBy("hou-1")).toHaveLength(6);
    expect(await soldBy("hou-2")).toEqual([]);
  });

  it("keeps the order it was asked for and leaves unknown ids out", async () => {
    const names = (await listCards([3, 1, 999_999, 2], "vi")).map((card) => card.name);
    expect(names).toEqual(["Chè Shan tuyết", "Mật ong bạc hà", "Đậu tương rang"]);
    expect(await listCards([], "vi")).toEqual([]);
  });
});

describe("paging", () => {
  const names = Array.from({ length: PAGE_SIZE * 2 + 1 }, (_, i) => `Bưởi ${i}`);
  beforeAll(async () => {
    await inTransaction(async (tx) => {
      for (const name of names) await addProduct(tx, { name, ocopSet: 24, publishedAt: 7 });
    });
  });
  afterAll(async () => {
    await inTransaction(async (tx) => {
      await tx.delete(products).where(eq(products.ocopSet, 24));
    });
  });

  it.each([{}, { text: "bưởi" }])("shows each product on one page only (%o)", async (more) => {
    const filter = { set: 24, ...more };
    const pages = await Promise.all([1, 2, 3].map((page) => listProducts(filter, page, "vi")));
    expect(pages.map((page) => page.cards.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 1]);
    const seen = new Set(pages.flatMap((page) => page.cards.map((card) => card.id)));
    expect(seen.size).toBe(names.length);
  });

  it("takes a page that is not there for the nearest one", async () => {
    expect((await listProducts({ set: 24 }, 4, "vi")).page).toBe(3);
    expect((await listProducts({ set: 24 }, 0, "vi")).page).toBe(1);
    expect(await listProducts({ set: 25 }, 9, "vi")).toMatchObject({
      page: 1,
      pageCount: 1,
      cards: [],
    });
  });
});
