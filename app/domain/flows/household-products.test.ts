import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { lots, photos, productEvents, products } from "~db/schema/catalog";
import type { Actor } from "~/domain/audit/actor";
import { addPhoto as addPhotoRow } from "~/domain/catalog/add-photo.server";
import { findOwnProduct, listOwnProducts } from "~/domain/catalog/queries-household.server";
import { reserveStock } from "~/domain/catalog/reserve-stock.server";
import { transitionProduct } from "~/domain/catalog/transition-product.server";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { addDays, localDateOf } from "~/platform/period";
import { uploadsFolder } from "~/platform/storage.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { addLot } from "./add-lot.server";
import { addPhoto } from "./add-photo.server";
import { changePrice } from "./change-price.server";
import { changeStock } from "./change-stock.server";
import { createProduct, type CreateProductInput } from "./create-product.server";
import { submitProduct } from "./submit-product.server";
import { findStockDifferences, insertTestHousehold, insertTestShop } from "./test-shop";
import { updateProduct } from "./update-product.server";
import { withdrawProduct } from "./withdraw-product.server";

const actor: Actor = { kind: "user", userId: "usr_test", role: "household_member" };
const today = localDateOf(now());
let householdId: string;
let scope: Scope;
let elsewhere: Scope;
let jpeg: Uint8Array;

let close: () => void;
beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
  householdId = await insertTestHousehold({ slug: "htx-lung-cu", name: "HTX Lũng Cú" });
  const otherId = await insertTestHousehold({ slug: "ho-khac" });
  scope = { kind: "households", householdIds: [householdId] };
  elsewhere = { kind: "households", householdIds: [otherId] };
  jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#2a5" } })
    .jpeg()
    .toBuffer();
});
afterAll(() => close());

const words = {
  name: "Mật ong bạc hà",
  ocopSet: 4,
  description: "Mật ong của hoa bạc hà trên cao nguyên đá.",
  packLabel: "chai 500 ml",
  contentQuantity: 500,
  contentUnit: "ml",
  weightGrams: 700,
} as const;

function newInput(change: Partial<CreateProductInput["product"]> = {}): CreateProductInput {
  const product = { ...words, priceVnd: vnd(185_000), stockCount: 12, madeOn: today, ...change };
  return { productId: newId("prd"), householdId, product, photo: null };
}

async function create(change: Partial<CreateProductInput["product"]> = {}): Promise<string> {
  const result = await createProduct(actor, scope, newInput(change));
  if (!result.ok) throw new Error(result.code);
  return result.value.slug;
}

/** A product on sale, as after the department's approval. */
async function createPublished(change: Partial<CreateProductInput["product"]> = {}) {
  const slug = await create(change);
  await submitProduct(actor, scope, { slug });
  const product = await findOwnProduct(scope, slug);
  if (!product) throw new Error("not there");
  await inTransaction((tx) =>
    transitionProduct(tx, scope, { slug, to: "published", reason: null, actorId: null }),
  );
  return { slug, id: product.id };
}

const photoFolders = () => {
  const folder = join(uploadsFolder(), "photos");
  return existsSync(folder) ? readdirSync(folder) : [];
};
const rowCounts = async () => ({
  products: (await reader().select().from(products)).length,
  lots: (await reader().select().from(lots)).length,
  photos: (await reader().select().from(photos)).length,
  audit: (await reader().select().from(auditEntries)).length,
  files: photoFolders().length,
});
const auditOf = async (productId: string) =>
  reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, productId))
    .orderBy(asc(auditEntries.id));

describe("a new product", () => {
  it("is a draft with its lot, its stock, its search text, an event and an entry in the audit", async () => {
    const input = newInput({ expiresOn: addDays(today, 30) });
    expect(await createProduct(actor, scope, input)).toEqual({
      ok: true,
      value: { slug: "mat-ong-bac-ha", isNew: true },
    });
    const [row] = await reader().select().from(products).where(eq(products.id, input.productId));
    expect(row).toMatchObject({
      householdId,
      slug: "mat-ong-bac-ha",
      status: "draft",
      priceVnd: 185_000,
      availableCount: 12,
      isSample: false,
      publishedAt: null,
    });
    expect(row?.searchText).toContain("mat ong bac ha");
    expect(row?.searchText).toContain("lung cu");
    const product = await findOwnProduct(scope, "mat-ong-bac-ha");
    expect(product?.lots).toMatchObject([
      { madeOn: today, expiresOn: addDays(today, 30), onHandCount: 12, reservedCount: 0 },
    ]);
    expect(product?.lots[0]?.code).toMatch(/^L\d{6}-[2-9A-Z]{5}$/);
    const events = await reader()
      .select()
      .from(productEvents)
      .where(eq(productEvents.productId, input.productId));
    expect(events).toMatchObject([{ fromStatus: null, toStatus: "draft", actorId: "usr_test" }]);
    expect(await auditOf(input.productId)).toMatchObject([
      { action: "product.create", actorId: "usr_test", after: { priceVnd: 185_000 } },
    ]);
  });

  it("numbers its slug and its search id", async () => {
    const before = await reader().select().from(products);
    expect(await create({ name: "Chè shan tuyết" })).toBe("che-shan-tuyet");
    expect(await create({ name: "Chè Shan Tuyết!" })).toBe("che-shan-tuyet-2");
    expect(await create({ name: "Chè shan tuyết" })).toBe("che-shan-tuyet-3");
    expect(await create({ name: "New" })).toBe("new-2");
    const ids = (await reader().select().from(products)).map((row) => row.searchId);
    expect(new Set(ids).size).toBe(before.length + 4);
    expect(Math.max(...ids)).toBe(before.length + 4);
  });

  it("is one when its form is sent twice, also at once, and keeps no second photo", async () => {
    const input = { ...newInput({ name: "Gạo nếp nương" }), photo: jpeg };
    const before = await rowCounts();
    const [first, second] = await Promise.all([
      createProduct(actor, scope, input),
      createProduct(actor, scope, input),
    ]);
    expect([first, second].map((one) => one.ok && one.value.slug)).toEqual([
      "gao-nep-nuong",
      "gao-nep-nuong",
    ]);
    expect(await rowCounts()).toEqual({
      products: before.products + 1,
      lots: before.lots + 1,
      photos: before.photos + 1,
      audit: before.audit + 1,
      files: before.files + 1,
    });
  });

  it("leaves nothing behind when its photo is none, or its household is another's", async () => {
    const before = await rowCounts();
    const unreadable = { ...newInput(), photo: Buffer.from("khong phai anh") };
    expect(await createProduct(actor, scope, unreadable)).toMatchObject({
      code: "photo_unreadable",
    });
    const foreign = { ...newInput(), photo: jpeg };
    expect(await createProduct(actor, elsewhere, foreign)).toMatchObject({
      code: "household_not_found",
    });
    // The id of another household's product is no way into it.
    const [known] = await reader().select().from(products).limit(1);
    const otherId = elsewhere.kind === "households" ? (elsewhere.householdIds[0] ?? "") : "";
    const stolen = {
      ...newInput(),
      productId: known?.id ?? "",
      householdId: otherId,
      photo: jpeg,
    };
    expect(await createProduct(actor, elsewhere, stolen)).toMatchObject({
      code: "household_not_found",
    });
    expect(await rowCounts()).toEqual(before);
  });

  it("takes its photo's files back when the transaction fails", async () => {
    const before = await rowCounts();
    const broken = { ...newInput({ priceVnd: vnd(0) }), photo: jpeg }; // refused by the table's CHECK
    await expect(createProduct(actor, scope, broken)).rejects.toThrow();
    expect(await rowCounts()).toEqual(before);
  });
});

describe("publication", () => {
  it("is asked for, withdrawn and asked for again; each once however often it is sent", async () => {
    const slug = await create({ name: "Hồng không hạt" });
    const id = (await findOwnProduct(scope, slug))?.id ?? "";
    expect((await submitProduct(actor, scope, { slug })).ok).toBe(true);
    expect((await submitProduct(actor, scope, { slug })).ok).toBe(true);
    expect(await withdrawProduct(actor, scope, { slug })).toMatchObject({
      code: "move_not_allowed",
    });
    await inTransaction((tx) =>
      transitionProduct(tx, scope, { slug, to: "published", reason: null, actorId: null }),
    );
    expect(await submitProduct(actor, scope, { slug })).toMatchObject({ code: "move_not_allowed" });
    expect((await withdrawProduct(actor, scope, { slug })).ok).toBe(true);
    expect((await withdrawProduct(actor, scope, { slug })).ok).toBe(true);
    expect((await submitProduct(actor, scope, { slug })).ok).toBe(true);
    const events = await reader()
      .select()
      .from(productEvents)
      .where(eq(productEvents.productId, id))
      .orderBy(asc(productEvents.id));
    expect(events.map((event) => event.toStatus)).toEqual([
      "draft",
      "awaiting_approval",
      "published",
      "withdrawn",
      "awaiting_approval",
    ]);
    expect((await auditOf(id)).map((entry) => entry.action)).toEqual([
      "product.create",
      "product.submit",
      "product.withdraw",
      "product.submit",
    ]);
  });
});

describe("words and photo", () => {
  it("change while the product is not for sale, and the search text with them; the slug stays", async () => {
    const slug = await create({ name: "Măng khô" });
    const changed = { ...words, name: "Măng trúc sấy", ocopSet: 7, contentUnit: "g" as const };
    expect((await updateProduct(actor, scope, { slug, words: changed })).ok).toBe(true);
    const product = await findOwnProduct(scope, slug);
    expect(product).toMatchObject({ slug: "mang-kho", name: "Măng trúc sấy", words: changed });
    const [row] = await reader().select().from(products).where(eq(products.slug, slug));
    expect(row?.searchText).toContain("mang truc say");
    expect((await auditOf(product?.id ?? "")).at(-1)).toMatchObject({
      action: "product.update",
      before: { name: "Măng khô" },
      after: { name: "Măng trúc sấy" },
    });
  });

  it("stay as they were approved while it is on sale or being looked at", async () => {
    const { slug } = await createPublished({ name: "Thịt trâu gác bếp" });
    const refused = { ok: false, code: "product_not_editable" };
    const before = await rowCounts();
    expect(await updateProduct(actor, scope, { slug, words })).toEqual(refused);
    expect(await addPhoto(actor, scope, { slug, photo: jpeg })).toEqual(refused);
    const waiting = await create({ name: "Lạp xưởng" });
    await submitProduct(actor, scope, { slug: waiting });
    expect(await updateProduct(actor, scope, { slug: waiting, words })).toEqual(refused);
    expect(await addPhoto(actor, scope, { slug: waiting, photo: jpeg })).toEqual(refused);
    expect((await rowCounts()).files).toBe(before.files);
    expect((await findOwnProduct(scope, slug))?.name).toBe("Thịt trâu gác bếp");
  });

  it("replace the photo before, files and all, and keep it when the new one is none", async () => {
    const slug = await create({ name: "Rau cải mèo" });
    const before = photoFolders();
    expect((await addPhoto(actor, scope, { slug, photo: jpeg })).ok).toBe(true);
    const first = (await findOwnProduct(scope, slug))?.photo?.id ?? "";
    expect(photoFolders().toSorted()).toEqual([...before, first].toSorted());
    const none = { slug, photo: Buffer.from("khong phai anh") };
    expect(await addPhoto(actor, scope, none)).toMatchObject({ code: "photo_unreadable" });
    expect((await findOwnProduct(scope, slug))?.photo?.id).toBe(first);
    expect((await addPhoto(actor, scope, { slug, photo: jpeg })).ok).toBe(true);
    const second = (await findOwnProduct(scope, slug))?.photo?.id ?? "";
    expect(second).not.toBe(first);
    expect(photoFolders().toSorted()).toEqual([...before, second].toSorted());
  });
});

describe("price and stock", () => {
  it("change at once, on sale too, with what was before on record", async () => {
    const { slug, id } = await createPublished({ name: "Đậu tương" });
    expect((await changePrice(actor, scope, { slug, priceVnd: vnd(200_000) })).ok).toBe(true);
    expect((await changePrice(actor, scope, { slug, priceVnd: vnd(200_000) })).ok).toBe(true);
    expect(await findOwnProduct(scope, slug)).toMatchObject({
      priceVnd: 200_000,
      status: "published",
    });
    const entries = (await auditOf(id)).filter((entry) => entry.action === "product.change_price");
    expect(entries).toMatchObject([
      { before: { priceVnd: 185_000 }, after: { priceVnd: 200_000 } },
    ]);
  });

  it("never fall below what is promised to orders, and always add up", async () => {
    const { slug, id } = await createPublished({ name: "Lê vàng", stockCount: 10 });
    const lotCode = (await findOwnProduct(scope, slug))?.lots[0]?.code ?? "";
    const held = await inTransaction((tx) =>
      reserveStock(tx, { lineItemId: newId("lin"), productId: id, quantity: 4 }),
    );
    expect(held.ok).toBe(true);
    const set = (onHandCount: number) => changeStock(actor, scope, { slug, lotCode, onHandCount });
    const available = async () => (await findOwnProduct(scope, slug))?.availableCount;
    expect(await available()).toBe(6);
    expect(await set(3)).toEqual({
      ok: false,
      code: "stock_below_reserved",
      detail: { reservedCount: 4 },
    });
    expect(await available()).toBe(6);
    expect((await set(4)).ok).toBe(true);
    expect(await available()).toBe(0);
    expect((await set(9)).ok).toBe(true);
    expect(await available()).toBe(5);

    const lot = { lotId: newId("lot"), stockCount: 20, madeOn: today };
    const added = await addLot(actor, scope, { slug, lot });
    const again = await addLot(actor, scope, { slug, lot });
    expect(added.ok && again.ok && added.value.lotCode === again.value.lotCode).toBe(true);
    expect(await available()).toBe(25);
    expect((await findOwnProduct(scope, slug))?.lots).toHaveLength(2);
    expect(await findStockDifferences()).toEqual([]);
  });
});

describe("another household's product", () => {
  it("does not exist for any command or query", async () => {
    const { slug, id } = await createPublished({ name: "Ngô nếp" });
    const lotCode = (await findOwnProduct(scope, slug))?.lots[0]?.code ?? "";
    const before = await rowCounts();
    const notFound = { ok: false, code: "product_not_found" };
    const lot = { lotId: newId("lot"), stockCount: 1, madeOn: today };
    expect(await updateProduct(actor, elsewhere, { slug, words })).toEqual(notFound);
    expect(await addPhoto(actor, elsewhere, { slug, photo: jpeg })).toEqual(notFound);
    expect(await changePrice(actor, elsewhere, { slug, priceVnd: vnd(1_000) })).toEqual(notFound);
    expect(await changeStock(actor, elsewhere, { slug, lotCode, onHandCount: 0 })).toEqual(
      notFound,
    );
    expect(await addLot(actor, elsewhere, { slug, lot })).toEqual(notFound);
    expect(await submitProduct(actor, elsewhere, { slug })).toEqual(notFound);
    expect(await withdrawProduct(actor, elsewhere, { slug })).toEqual(notFound);
    expect(await findOwnProduct(elsewhere, slug)).toBeNull();
    expect(await listOwnProducts(elsewhere, householdId)).toBeNull();
    const photo = { id: newId("pho"), width: 1, height: 1, widths: [1] };
    expect(await inTransaction((tx) => addPhotoRow(tx, elsewhere, { slug, photo }))).toEqual(
      notFound,
    );
    expect(await rowCounts()).toEqual(before);
    expect(await findOwnProduct(scope, slug)).toMatchObject({ id, status: "published" });
  });

  it("lends no lot to another product's form", async () => {
    const mine = await create({ name: "Thảo quả" });
    const [foreignLot] = (await findOwnProduct(scope, "ngo-nep"))?.lots ?? [];
    const change = { slug: mine, lotCode: foreignLot?.code ?? "", onHandCount: 0 };
    expect(await changeStock(actor, scope, change)).toEqual({ ok: false, code: "lot_not_found" });
  });
});
