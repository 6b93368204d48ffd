import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { lots, photos, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { communes, provinces } from "~db/schema/places";
import { setClock } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fold } from "~/platform/fold";
import { newId } from "~/platform/ids";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { findProduct } from "./queries-product.server";
import { countByGroup, listCommuneShelves, listHomeShelves } from "./queries-home.server";
import { listCards, listHouseholdProducts, listProducts, PAGE_SIZE } from "./queries.server";
import { searchTextOf } from "./search-text";

const NOON = startOfDate("2026-11-20") + 12 * 3_600_000;
const APPROVED = "hou_1";
const SUSPENDED = "hou_2";
const SHELVES = { inSeason: 8, newest: 10 };
let searchId = 0;

type ProductInput = Partial<typeof products.$inferInsert> & { name: string };

async function addProduct(tx: Transaction, input: ProductInput) {
  searchId += 1;
  const id = input.id ?? newId("prd");
  const householdId = input.householdId ?? APPROVED;
  await tx.insert(products).values({
    id,
    householdId,
    slug: `p-${searchId}`,
    description: `Mô tả ${input.name}`,
    ocopSet: 1,
    packLabel: "gói 500 g",
    contentQuantity: 500,
    contentUnit: "g",
    weightGrams: 600,
    priceVnd: 50_000,
    status: "published",
    availableCount: 5,
    searchId,
    publishedAt: searchId * 1_000,
    createdAt: 0,
    searchText: searchTextOf({
      name: input.name,
      nameEn: input.nameEn ?? null,
      ocopSet: input.ocopSet ?? 1,
      householdName: "Hợp tác xã Mèo Vạc",
      communeName: "Xã Mèo Vạc",
    }),
    ...input,
  });
  return id;
}

async function addHousehold(tx: Transaction, id: string, status: "approved" | "suspended") {
  await tx.insert(households).values({
    id,
    slug: id.replace("_", "-"),
    name: "Hợp tác xã Mèo Vạc",
    kind: "cooperative",
    contactName: "Giàng Mẫu Súng",
    phone: "0912345678",
    communeCode: "00769",
    addressLine: "thôn Mẫu",
    status,
    createdAt: 0,
  });
}

let close: () => void;
beforeAll(async () => {
  close = openTestDatabase();
  setClock(NOON);
  await inTransaction(async (tx) => {
    await tx
      .insert(provinces)
      .values({ code: "08", name: "Tỉnh Tuyên Quang", nameFolded: "tinh tuyen quang" });
    await tx.insert(communes).values({
      code: "00769",
      provinceCode: "08",
      name: "Xã Mèo Vạc",
      nameFolded: fold("Xã Mèo Vạc"),
    });
    await addHousehold(tx, APPROVED, "approved");
    await addHousehold(tx, SUSPENDED, "suspended");
    for (const [id, dates] of Object.entries({
      crt_valid: { issuedOn: "2026-11-20", expiresOn: "2026-11-21" },
      crt_ended: { issuedOn: "2023-11-20", expiresOn: "2026-11-20" },
      crt_future: { issuedOn: "2026-11-21", expiresOn: "2029-11-21" },
      crt_revoked: { issuedOn: "2026-01-01", expiresOn: "2029-01-01", revokedOn: "2026-10-01" },
    })) {
      await tx.insert(certificates).values({
        id,
        householdId: APPROVED,
        stars: 4,
        decisionNumber: `123/QĐ-UBND ${id}`,
        issuerLevel: "province",
        issuerName: "UBND tỉnh Tuyên Quang",
        ...dates,
      });
    }
    await addProduct(tx, { name: "Mật ong bạc hà", nameEn: "Mint honey", ocopSet: 4 });
    await addProduct(tx, { name: "Đậu tương rang", ocopSet: 3, certificateId: "crt_valid" });
    await addProduct(tx, { name: "Chè Shan tuyết", ocopSet: 11, certificateId: "crt_ended" });
    await addProduct(tx, {
      name: "Bánh chế tam giác mạch",
      ocopSet: 6,
      certificateId: "crt_future",
    });
    await addProduct(tx, { name: "Rượu ngô", ocopSet: 14, certificateId: "crt_revoked" });
    await addProduct(tx, {
      name: "Mật ong hoa rừng",
      ocopSet: 4,
      availableCount: 0,
      season: { fromMonth: 10, toMonth: 2 },
    });
    await addProduct(tx, { name: "Mật mía chưa duyệt", status: "awaiting_approval" });
    await addProduct(tx, { name: "Mật mía bị đình chỉ", householdId: SUSPENDED });
  });
});
afterAll(() => {
  setClock();
  close();
});

const find = async (text: string) =>
  (await listProducts({ text }, 1, "vi")).cards.map((card) => card.name);

describe("searching", () => {
  it.each(["mật ong bạc hà", "mat ong bac ha", "MẬT ONG BAC HA", "mật-ong, bạc hà!", "mint"])(
    "finds honey for %s",
    async (text) => {
      expect(await find(text)).toContain("Mật ong bạc hà");
    },
  );

  it("takes đ for d, both ways", async () => {
    expect(await find("dau tuong")).toEqual(["Đậu tương rang"]);
    expect(await find("Đậu")).toEqual(["Đậu tương rang"]);
  });

  it("takes the last word for a beginning, and only the last", async () => {
    expect(await find("mat on")).toContain("Mật ong bạc hà");
    expect(await find("ma ong")).not.toContain("Bánh chế tam giác mạch");
  });

  it("puts the name as it was typed first", async () => {
    expect((await find("chè"))[0]).toBe("Chè Shan tuyết");
    expect((await find("chế"))[0]).toBe("Bánh chế tam giác mạch");
  });

  it("puts what is in stock first among equals", async () => {
    expect(await find("mật ong")).toEqual(["Mật ong bạc hà", "Mật ong hoa rừng"]);
  });

  it("finds by household, commune and kind", async () => {
    expect(await find("meo vac")).toHaveLength(6);
    expect(await find("trà")).toContain("Chè Shan tuyết");
  });

  it.each([
    '"',
    '""',
    "mat AND",
    "mat NOT ong",
    "NEAR(mat ong, 2)",
    "mat* OR *",
    "search_text:mat",
    "(((",
    "^mat",
    "'; drop table products; --",
    "%",
    "\\",
    "-",
    "{mat}",
    "mat + ong",
    "\u0000",
    "🍯",
    "ước".repeat(500),
    "a ".repeat(500),
  ])("does no harm with %s", async (text) => {
    await expect(find(text)).resolves.toBeInstanceOf(Array);
  });

  it("finds nothing, and not everything, for signs alone", async () => {
    expect(await find("???")).toEqual([]);
  });

  it("forgives a slip and says what it searched instead", async () => {
    const list = await listProducts({ text: "mật oong bạch hà" }, 1, "vi");
    expect(list.correctedText).toBe("mat ong bac ha");
    expect(list.cards.map((card) => card.name)).toEqual(["Mật ong bạc hà"]);
    expect((await listProducts({ text: "xyzqwk" }, 1, "vi")).total).toBe(0);
  });

  it("follows a change of the text", async () => {
    await inTransaction(async (tx) => {
      const id = await addProduct(tx, { name: "Miến dong" });
      await tx.update(products).set({ searchText: "bun kho" }).where(eq(products.id, id));
    });
    expect(await find("miến dong")).toEqual([]);
    expect(await find("bún khô")).toEqual(["Miến dong"]);
    await inTransaction(async (tx) => {
      await tx.delete(products).where(eq(products.name, "Miến dong"));
    });
    expect(await find("bún khô")).toEqual([]);
  });
});

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
    expect(await countByGroup()).toEqual({
      food: 5,
      drink: 1,
      herbal: 0,
      craft: 0,
      living: 0,
      tourism: 0,
    });
    expect(await listCommuneShelves(5)).toEqual([
      { code: "00769", name: "Xã Mèo Vạc", productCount: 6 },
    ]);
  });

  it("leaves a suspended household's shelf empty", async () => {
    expect(await listHouseholdProducts("hou-1", "vi")).toHaveLength(6);
    expect(await listHouseholdProducts("hou-2", "vi")).toEqual([]);
  });

  it("keeps the order it was asked for and leaves unknown ids out", async () => {
    const { cards } = await listProducts({}, 1, "vi");
    const ids = cards.map((card) => card.id).toReversed();
    expect((await listCards([...ids, "prd_unknown"], "vi")).map((card) => card.id)).toEqual(ids);
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

describe("a product", () => {
  it("is not there unless it is on sale", async () => {
    expect(await findProduct("p-7", "vi")).toBeNull();
    expect(await findProduct("p-8", "vi")).toBeNull();
    expect(await findProduct("no-such", "vi")).toBeNull();
  });

  it("comes with its lots, the first to expire first, photos and proof", async () => {
    const productId = (await findProduct("p-2", "vi"))?.id ?? "";
    const lot = (code: string, expiresOn: string | null, more = {}) => ({
      id: newId("lot"),
      code,
      productId,
      madeOn: "2026-10-01",
      expiresOn,
      onHandCount: 2,
      createdAt: 0,
      ...more,
    });
    await inTransaction(async (tx) => {
      await tx
        .insert(lots)
        .values([
          lot("KEEPS", null),
          lot("LATER", "2027-03-01"),
          lot("SOON", "2026-11-21"),
          lot("OVER", "2026-11-20"),
          lot("HELD", "2026-12-01", { reservedCount: 2 }),
        ]);
      await tx.insert(photos).values(
        [1, 0].map((position) => ({
          id: `pho_${position}`,
          productId,
          position,
          width: 1200,
          height: 900,
          widths: [400, 1200],
          createdAt: 0,
        })),
      );
    });
    const product = await findProduct("p-2", "vi");
    expect(product?.lots.map((one) => one.code)).toEqual(["SOON", "LATER", "KEEPS"]);
    expect(product?.photos.map((one) => one.id)).toEqual(["pho_0", "pho_1"]);
    expect(product?.certificate).toMatchObject({
      stars: 4,
      decisionNumber: "123/QĐ-UBND crt_valid",
    });
    expect(product?.unitPrice).toEqual({ amountVnd: 100_000, per: "kg" });
    expect(product?.seller).toMatchObject({
      phone: "0912345678",
      communeName: "Xã Mèo Vạc",
      provinceName: "Tỉnh Tuyên Quang",
    });
    const [card] = await listCards([productId], "vi");
    expect(card?.photo?.id).toBe("pho_0");
  });
});
