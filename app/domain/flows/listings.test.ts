import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { lots, photos, products } from "~db/schema/catalog";
import { listingDrafts } from "~db/schema/catalog-listings";
import { outboxMessages } from "~db/schema/outbox";
import { discardLeftPhoto } from "~/domain/catalog/discard-left-photo.server";
import { nextScreen } from "~/domain/catalog/listing-answers";
import { packOf } from "~/domain/catalog/listing-packs";
import { LISTING_LIFE_MS, LISTINGS_MAX } from "~/domain/catalog/listing-limits";
import {
  findListed,
  findOwnListing,
  findPriceHint,
  listOpenListings,
} from "~/domain/catalog/queries-listing.server";
import { sweepListings } from "~/domain/catalog/sweep-listings.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { vnd } from "~/platform/money";
import { runOutbox } from "~/platform/outbox.server";
import { answerListing } from "./answer-listing.server";
import { dropListing } from "./drop-listing.server";
import { photographListing } from "./photograph-listing.server";
import { sendListing } from "./send-listing.server";
import { answer, begin, fill, HONEY, person } from "./test-listings";
import {
  elsewhere,
  householdId,
  jpeg,
  photoFolders,
  rowCounts,
  scope,
  setUpProducts,
  today,
} from "./test-products";
import { insertTestHousehold, insertTestProduct, insertTestUser } from "./test-shop";

setUpProducts();
let otherJpeg: Uint8Array;
beforeAll(async () => {
  await insertTestUser({ id: person.userId, householdId });
  otherJpeg = await sharp({ create: { width: 500, height: 400, channels: 3, background: "#a25" } })
    .jpeg()
    .toBuffer();
});

it("compares with what others have on sale, measured alike", async () => {
  const householdOf = async (slug: string) => insertTestHousehold({ slug });
  const [first, second] = [await householdOf("ho-mot"), await householdOf("ho-hai")];
  const add = async (change: Parameters<typeof insertTestProduct>[0]) => {
    await insertTestProduct({ ocopSet: 9, ...change });
  };
  const name = "Nước mắm cá linh";
  const of = {
    householdId,
    name,
    ocopSet: 9,
    pack: packOf("bottle", { amount: 500, measure: "ml" }),
  };
  await add({ householdId: first, priceVnd: vnd(40_000) });
  await add({ householdId: second, priceVnd: vnd(100_000), contentQuantity: 1_000 });
  await add({ householdId, priceVnd: vnd(999_000) }); // its own
  await add({ householdId: first, priceVnd: vnd(999_000), status: "withdrawn" });
  await add({ householdId: first, priceVnd: vnd(999_000), contentUnit: "g" });
  await add({ householdId: first, priceVnd: vnd(999_000), ocopSet: 10 });
  const suspended = await insertTestHousehold({ slug: "ho-ba", status: "suspended" });
  await add({ householdId: suspended, priceVnd: vnd(999_000) });
  expect(await findPriceHint(of)).toBeNull();
  await add({ householdId: second, priceVnd: vnd(60_000) });
  expect(await findPriceHint(of)).toMatchObject({
    comparedCount: 3,
    pack: { lowestVnd: 40_000, middleVnd: 50_000, highestVnd: 60_000 },
    unit: { lowestVnd: 80_000, highestVnd: 120_000, per: "litre" },
  });
});

const words = { description: "Mật ong lấy từ rừng già, quay tay." };
const versionOf = async (listingId: string) =>
  (await findOwnListing(scope, listingId))?.version ?? 0;
const send = async (listingId: string, change: Partial<Parameters<typeof sendListing>[2]> = {}) =>
  sendListing(person, scope, {
    listingId,
    version: await versionOf(listingId),
    words,
    to: "submit",
    ...change,
  });
const clearOutbox = () => runOutbox({ left_listing_photo: discardLeftPhoto });

describe("a draft", () => {
  it("keeps each answer and goes on where it was left", async () => {
    const id = await begin();
    const where = async () => nextScreen((await findOwnListing(scope, id))?.answers ?? {});
    expect(await where()).toBe("kind");
    await answer(id, "kind", 4);
    expect(await where()).toBe("name");
    await answer(id, "name", "Mật ong rừng");
    await answer(id, "unit", "dozen");
    expect(await where()).toBe("content");
    await answer(id, "content", { amount: 12, measure: "qua" });
    expect(await where()).toBe("weight"); // nobody knows what twelve of them weigh
    await answer(id, "weight", 2_000);
    await answer(id, "price", 60_000);
    expect(await where()).toBe("stock");
    expect((await listOpenListings(scope, householdId))?.map((one) => one.id)).toContain(id);
    expect(await listOpenListings(elsewhere, householdId)).toBeNull();
  });

  it("begun twice by the same page is one, also at once, with one photo", async () => {
    const before = await rowCounts();
    const listingId = newId("prd");
    const input = { listingId, householdId, photo: sentWhole(jpeg), seen: 0 };
    const begun = await Promise.all([
      photographListing(person, scope, input),
      photographListing(person, scope, input),
    ]);
    expect(begun.map((one) => one.ok)).toEqual([true, true]);
    expect((await photographListing(person, scope, input)).ok).toBe(true);
    expect(await rowCounts()).toMatchObject({
      files: before.files + 1,
      audit: before.audit + 1,
    });
    expect(await versionOf(listingId)).toBe(1);
  });

  it("is of its household alone", async () => {
    const id = await fill();
    expect(await findOwnListing(elsewhere, id)).toBeNull();
    const foreign = { listingId: id, screen: "price", seen: 6, value: 1_000 } as const;
    expect(await answerListing(person, elsewhere, foreign)).toMatchObject({
      code: "listing_not_found",
    });
    expect(await dropListing(person, elsewhere, id)).toMatchObject({ code: "listing_not_found" });
    const sending = { listingId: id, version: 7, words, to: "submit" } as const;
    expect(await sendListing(person, elsewhere, sending)).toMatchObject({
      code: "listing_not_found",
    });
    const other = elsewhere.kind === "households" ? (elsewhere.householdIds[0] ?? "") : "";
    const stolen = { listingId: id, householdId: other, photo: sentWhole(jpeg), seen: 0 };
    const before = photoFolders().length;
    expect(await photographListing(person, elsewhere, stolen)).toMatchObject({
      code: "listing_not_found",
    });
    expect(
      await photographListing(person, scope, { ...stolen, listingId: newId("prd") }),
    ).toMatchObject({ code: "household_not_found" });
    expect(photoFolders()).toHaveLength(before);
  });

  it("takes the same answer twice, and another phone's stays until somebody chooses", async () => {
    const id = await fill();
    const first = { listingId: id, screen: "price", seen: 6, value: 170_000 } as const;
    const at = (await findOwnListing(scope, id))?.answers.price?.at ?? 0;
    const change = { ...first, seen: at };
    expect((await answerListing(person, scope, change)).ok).toBe(true);
    const version = await versionOf(id);
    expect((await answerListing(person, scope, change)).ok).toBe(true); // pressed twice
    expect(await versionOf(id)).toBe(version);
    const later = { ...change, value: 190_000 };
    expect(await answerListing(person, scope, later)).toMatchObject({ code: "listing_changed" });
    expect((await findOwnListing(scope, id))?.answers.price?.value).toBe(170_000);
    // Another question was answered meanwhile: that is no conflict.
    const name = (await findOwnListing(scope, id))?.answers.name?.at ?? 0;
    const renamed = {
      listingId: id,
      screen: "name",
      seen: name,
      value: "Mật ong hoa rừng",
    } as const;
    expect((await answerListing(person, scope, renamed)).ok).toBe(true);
    expect((await answerListing(person, scope, { ...later, seen: version })).ok).toBe(true);
  });

  it("asks again what does not fit any more", async () => {
    const id = await fill();
    await answer(id, "kind", 22); // cloth is not sold by the bottle
    const answers = (await findOwnListing(scope, id))?.answers ?? {};
    expect(Object.keys(answers).toSorted()).toEqual(["kind", "name", "photo", "price", "stock"]);
    expect(nextScreen(answers)).toBe("unit");
    expect(
      await answerListing(person, scope, {
        listingId: id,
        screen: "content",
        seen: 0,
        value: { amount: 1, measure: "cai" },
      }),
    ).toMatchObject({ code: "listing_changed" }); // the unit comes first
  });

  it("leaves the photo that another replaces, and its own when it is dropped", async () => {
    await clearOutbox();
    const before = photoFolders();
    const id = await begin({ photo: sentWhole(jpeg) });
    const first = (await findOwnListing(scope, id))?.answers.photo?.value?.id;
    await photographListing(person, scope, {
      listingId: id,
      householdId,
      photo: sentWhole(otherJpeg),
      seen: 1,
    });
    await clearOutbox();
    expect(photoFolders()).toHaveLength(before.length + 1);
    expect(photoFolders()).not.toContain(first);
    const stale = { listingId: id, householdId, photo: sentWhole(jpeg), seen: 1 };
    expect(await photographListing(person, scope, stale)).toMatchObject({
      code: "listing_changed",
    });
    expect(photoFolders()).toHaveLength(before.length + 1);
    expect((await dropListing(person, scope, id)).ok).toBe(true);
    expect(await dropListing(person, scope, id)).toMatchObject({ code: "listing_not_found" });
    await clearOutbox();
    expect(photoFolders()).toEqual(before);
  });

  it("is refused when there are twenty already", async () => {
    const crowded = await insertTestHousehold({ slug: "ho-dien-do" });
    const crowdedScope = { kind: "households", householdIds: [crowded] } as const;
    const one = () =>
      photographListing(person, crowdedScope, {
        listingId: newId("prd"),
        householdId: crowded,
        photo: null,
        seen: 0,
      });
    for (let i = 0; i < LISTINGS_MAX; i += 1) expect((await one()).ok).toBe(true);
    expect(await one()).toMatchObject({ code: "listings_full", detail: { count: LISTINGS_MAX } });
  });

  it("goes sixty days after it was last touched, files and all", async () => {
    await clearOutbox();
    const before = photoFolders();
    const [old, young] = [
      await begin({ photo: sentWhole(jpeg) }),
      await begin({ photo: sentWhole(otherJpeg) }),
    ];
    const touch = async (id: string, touchedAt: number) =>
      inTransaction(async (tx) => {
        await tx.update(listingDrafts).set({ touchedAt }).where(eq(listingDrafts.id, id));
      });
    const time = Date.now();
    vi.setSystemTime(time);
    try {
      await touch(old, time - LISTING_LIFE_MS - 1);
      await touch(young, time - LISTING_LIFE_MS);
      expect(await sweepListings()).toEqual({ isMore: false });
    } finally {
      vi.useRealTimers();
    }
    expect(await findOwnListing(scope, old)).toBeNull();
    expect(await findOwnListing(scope, young)).not.toBeNull();
    await clearOutbox();
    expect(photoFolders()).toHaveLength(before.length + 1);
    expect(await reader().$count(outboxMessages, eq(outboxMessages.lastError, "unknown"))).toBe(0);
  });
});

describe("sending a draft", () => {
  it("makes one product with lot and photo, lying with the department, however often it is pressed", async () => {
    const before = await rowCounts();
    const id = await fill(HONEY, jpeg);
    const version = await versionOf(id);
    const [first, second] = await Promise.all([send(id, { version }), send(id, { version })]);
    expect(first).toEqual({ ok: true, value: { slug: "mat-ong-rung", isNew: true } });
    expect(second).toMatchObject({ code: "listing_not_found" });
    expect(await findListed(scope, id)).toBe("mat-ong-rung");
    expect(await findListed(elsewhere, id)).toBeNull();
    expect(await rowCounts()).toMatchObject({
      products: before.products + 1,
      lots: before.lots + 1,
      photos: before.photos + 1,
      files: before.files + 1,
    });
    const [row] = await reader().select().from(products).where(eq(products.id, id));
    expect(row).toMatchObject({
      name: "Mật ong rừng",
      packLabel: "chai 500 ml",
      contentQuantity: 500,
      contentUnit: "ml",
      weightGrams: 500,
      priceVnd: 150_000,
      status: "awaiting_approval",
      availableCount: 12,
      season: null,
    });
    const [photo] = await reader().select().from(photos).where(eq(photos.productId, id));
    expect(photoFolders()).toContain(photo?.id);
    const audit = await reader().select().from(auditEntries).where(eq(auditEntries.subjectId, id));
    expect(audit.map((one) => one.action)).toEqual(
      expect.arrayContaining([
        "listing.begin",
        "listing.answer",
        "product.create",
        "product.submit",
      ]),
    );
    expect(
      await photographListing(person, scope, { listingId: id, householdId, photo: null, seen: 0 }),
    ).toMatchObject({ code: "listing_not_found" });
  });

  it("says the months of a harvest, and has no lot then", async () => {
    const stock = { kind: "season", fromMonth: 11, toMonth: 2 } as const;
    const id = await fill({
      ...HONEY,
      name: "Cam sành",
      kind: 1,
      unit: "kilo",
      content: { amount: 1_000, measure: "kg" },
      stock,
    });
    expect(await send(id, { to: "draft" })).toMatchObject({ ok: true });
    const [row] = await reader().select().from(products).where(eq(products.id, id));
    expect(row).toMatchObject({
      packLabel: "1 kg",
      contentQuantity: 1_000,
      contentUnit: "g",
      status: "draft",
      availableCount: 0,
      season: { fromMonth: 11, toMonth: 2 },
    });
    expect(await reader().$count(lots, eq(lots.productId, id))).toBe(0);
  });

  it("is refused while a question is open, when it has changed since it was shown, or by the product's own rules", async () => {
    const before = await rowCounts();
    const open = await fill({ kind: 4, name: "Mật ong hoa nhãn" });
    expect(await send(open)).toMatchObject({ code: "listing_incomplete" });
    const id = await fill({ ...HONEY, name: "Mật ong hoa nhãn" });
    const version = await versionOf(id);
    await answer(id, "price", 160_000);
    expect(await send(id, { version })).toMatchObject({ code: "listing_changed" });
    expect(await send(id, { words: { description: "Ngon" } })).toMatchObject({
      code: "description_short",
    });
    await answer(id, "stock", {
      kind: "now",
      stockCount: 5,
      madeOn: "2026-01-01",
      expiresOn: today,
    });
    expect(await send(id)).toMatchObject({ code: "already_expired" });
    expect(await findOwnListing(scope, id)).not.toBeNull(); // all of it or nothing
    const { products: count } = await rowCounts();
    expect(count).toBe(before.products);
  });
});
