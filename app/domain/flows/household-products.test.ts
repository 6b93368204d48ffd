import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { productEvents } from "~db/schema/catalog";
import { addPhoto as addPhotoRow } from "~/domain/catalog/add-photo.server";
import type { EditedWords } from "~/domain/catalog/forms";
import { findOwnProduct, listOwnProducts } from "~/domain/catalog/queries-household.server";
import { consumeStock } from "~/domain/catalog/consume-stock.server";
import { reserveStock } from "~/domain/catalog/reserve-stock.server";
import { transitionProduct } from "~/domain/catalog/transition-product.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { sentWhole } from "~/platform/parts.server";
import { addLot } from "./add-lot.server";
import { addPhoto } from "./add-photo.server";
import { changePrice } from "./change-price.server";
import { changeStock } from "./change-stock.server";
import { submitProduct } from "./submit-product.server";
import { findStockDifferences, insertTestHousehold, insertTestProduct } from "./test-shop";
import { updateProduct } from "./update-product.server";
import { withdrawProduct } from "./withdraw-product.server";
import {
  actor,
  today,
  householdId,
  scope,
  elsewhere,
  jpeg,
  editedWords,
  create,
  createPublished,
  rowCounts,
  auditOf,
  setUpProducts,
} from "./test-products";

setUpProducts();

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
  it("change while the product is not for sale", async () => {
    const slug = await create({ name: "Măng khô" });
    const changed = {
      ...editedWords,
      name: "Măng trúc sấy",
      ocopSet: 7,
      contentUnit: "g" as const,
    };
    const update = () => updateProduct(actor, scope, { slug, words: changed });
    expect(await update()).toMatchObject({ ok: true, value: { slug: "mang-truc-say" } });
    const product = await findOwnProduct(scope, "mang-truc-say");
    expect(product).toMatchObject({ name: "Măng trúc sấy", words: changed });
    expect((await auditOf(product?.id ?? "")).at(-1)).toMatchObject({
      action: "product.update",
      before: { name: "Măng khô" },
      after: { name: "Măng trúc sấy" },
    });
    // The same form once more comes to the address that the product had.
    expect(await update()).toMatchObject({ ok: true, value: { slug: "mang-truc-say" } });
    expect((await findOwnProduct(scope, slug))?.slug).toBe("mang-truc-say");
    // It is noted once.
    const updates = (await auditOf(product?.id ?? "")).map((entry) => entry.action);
    expect(updates).toEqual(["product.create", "product.update"]);
  });

  it("do not leave an English text standing for other Vietnamese, unless somebody says that it fits", async () => {
    const slug = await create({ name: "Mật ong" });
    const english = { ...editedWords, name: "Mật ong", nameEn: "Honey", packLabelEn: "Bottle" };
    const update = (change: Partial<EditedWords>, englishStands?: "on") =>
      updateProduct(actor, scope, { slug, words: { ...english, ...change }, englishStands });
    const refused = { ok: false, code: "english_outdated" };
    expect((await update({})).ok).toBe(true);
    expect(await update({ name: "Rượu ngô" })).toEqual(refused);
    expect(await update({ packLabel: "can 5 lít" })).toEqual(refused);
    expect((await findOwnProduct(scope, slug))?.words).toMatchObject({ name: "Mật ong" });
    // No English description: nothing that could be wrong.
    expect((await update({ description: "Ong nuôi ở Mèo Vạc." })).ok).toBe(true);
    expect((await update({ name: "Mật ong bạc hà" }, "on")).ok).toBe(true);
    expect((await findOwnProduct(scope, slug))?.words.nameEn).toBe("Honey");
    expect((await update({ name: "Rượu ngô", nameEn: "Maize spirit" })).ok).toBe(true);
    expect((await update({ name: "Rượu nếp", nameEn: "" })).ok).toBe(true);
    expect((await findOwnProduct(scope, slug))?.words.nameEn).toBe("");
  });

  it("stay as they were approved while it is on sale or being looked at", async () => {
    const { slug } = await createPublished({ name: "Thịt trâu gác bếp" });
    const refused = { ok: false, code: "product_not_editable" };
    const before = await rowCounts();
    expect(await updateProduct(actor, scope, { slug, words: editedWords })).toEqual(refused);
    expect(await addPhoto(actor, scope, { slug, photo: sentWhole(jpeg), shownCount: 0 })).toEqual(
      refused,
    );
    const waiting = await create({ name: "Lạp xưởng" });
    await submitProduct(actor, scope, { slug: waiting });
    expect(await updateProduct(actor, scope, { slug: waiting, words: editedWords })).toEqual(
      refused,
    );
    expect(
      await addPhoto(actor, scope, { slug: waiting, photo: sentWhole(jpeg), shownCount: 0 }),
    ).toEqual(refused);
    expect((await rowCounts()).files).toBe(before.files);
    expect((await findOwnProduct(scope, slug))?.name).toBe("Thịt trâu gác bếp");
  });
});

describe("price and stock", () => {
  it("change at once, on sale too, with what was before on record", async () => {
    const { slug, id } = await createPublished({ name: "Đậu tương" });
    expect(
      (await changePrice(actor, scope, { slug, priceVnd: vnd(200_000), shownVnd: vnd(185_000) }))
        .ok,
    ).toBe(true);
    expect(
      (await changePrice(actor, scope, { slug, priceVnd: vnd(200_000), shownVnd: vnd(185_000) }))
        .ok,
    ).toBe(true);
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
    const onHand = async () => (await findOwnProduct(scope, slug))?.lots[0]?.onHandCount ?? 0;
    const set = async (onHandCount: number) =>
      changeStock(actor, scope, { slug, lotCode, onHandCount, shownCount: await onHand() });
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

  it("is not counted back by a page that was opened before packs left", async () => {
    const { slug, id } = await createPublished({ name: "Gạo nếp", stockCount: 96 });
    const lotCode = (await findOwnProduct(scope, slug))?.lots[0]?.code ?? "";
    const onHand = async () => (await findOwnProduct(scope, slug))?.lots[0]?.onHandCount;
    const save = (onHandCount: number, shownCount: number) =>
      changeStock(actor, scope, { slug, lotCode, onHandCount, shownCount });
    const lineItemId = newId("lin");
    await inTransaction((tx) => reserveStock(tx, { lineItemId, productId: id, quantity: 1 }));
    await inTransaction((tx) =>
      consumeStock(tx, { lineItemIds: [lineItemId], lastsBeyond: today }),
    );
    const changed = { ok: false, code: "stock_changed", detail: { onHandCount: 95 } };
    expect(await save(96, 96)).toEqual(changed);
    expect(await save(50, 96)).toEqual(changed);
    expect(await onHand()).toBe(95);
    expect(await save(50, 95)).toMatchObject({ ok: true });
    // The form sent twice.
    expect(await save(50, 95)).toMatchObject({ ok: true });
    expect(await onHand()).toBe(50);
    const entries = (await auditOf(id)).filter((entry) => entry.action === "product.change_stock");
    expect(entries).toHaveLength(1);
  });
});

describe("another household's product", () => {
  it("does not exist for any command or query", async () => {
    const { slug, id } = await createPublished({ name: "Ngô nếp" });
    const lotCode = (await findOwnProduct(scope, slug))?.lots[0]?.code ?? "";
    const before = await rowCounts();
    const notFound = { ok: false, code: "product_not_found" };
    const lot = { lotId: newId("lot"), stockCount: 1, madeOn: today };
    expect(await updateProduct(actor, elsewhere, { slug, words: editedWords })).toEqual(notFound);
    expect(
      await addPhoto(actor, elsewhere, { slug, photo: sentWhole(jpeg), shownCount: 0 }),
    ).toEqual(notFound);
    expect(
      await changePrice(actor, elsewhere, { slug, priceVnd: vnd(1_000), shownVnd: vnd(1_000) }),
    ).toEqual(notFound);
    const count = { onHandCount: 0, shownCount: 10 };
    expect(await changeStock(actor, elsewhere, { slug, lotCode, ...count })).toEqual(notFound);
    expect(await addLot(actor, elsewhere, { slug, lot })).toEqual(notFound);
    expect(await submitProduct(actor, elsewhere, { slug })).toEqual(notFound);
    expect(await withdrawProduct(actor, elsewhere, { slug })).toEqual(notFound);
    expect(await findOwnProduct(elsewhere, slug)).toBeNull();
    expect(await listOwnProducts(elsewhere, { householdId, page: 1 })).toBeNull();
    const photo = { id: newId("pho"), width: 1, height: 1, widths: [1] };
    expect(
      await inTransaction((tx) => addPhotoRow(tx, elsewhere, { slug, photo, shownCount: 0 })),
    ).toEqual(notFound);
    expect(await rowCounts()).toEqual(before);
    expect(await findOwnProduct(scope, slug)).toMatchObject({ id, status: "published" });
  });

  it("lends no lot to another product's form", async () => {
    const mine = await create({ name: "Thảo quả" });
    const [foreignLot] = (await findOwnProduct(scope, "ngo-nep"))?.lots ?? [];
    const change = { slug: mine, lotCode: foreignLot?.code ?? "", onHandCount: 0, shownCount: 1 };
    expect(await changeStock(actor, scope, change)).toEqual({ ok: false, code: "lot_not_found" });
  });
});

it("its products are shown 50 a page, each once; a page too far is the last", async () => {
  const many = await insertTestHousehold({ slug: "nhieu-hang" });
  for (let i = 0; i < 51; i += 1)
    await insertTestProduct({ householdId: many, slug: `hang-${i}`, searchId: 5_000 + i });
  const own = { kind: "households", householdIds: [many] } as const;
  const pages = await Promise.all(
    [1, 2, 9].map((page) => listOwnProducts(own, { householdId: many, page })),
  );
  expect(pages.map((one) => [one?.page, one?.pageCount, one?.products.length])).toEqual([
    [1, 2, 50],
    [2, 2, 1],
    [2, 2, 1],
  ]);
  const slugs = pages.slice(0, 2).flatMap((one) => one?.products ?? []);
  expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(51);
});
