import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import type { Actor } from "~/domain/audit/actor";
import { listDeskCollections } from "~/domain/catalog/queries-collection-desk.server";
import { findCollection, listCollections } from "~/domain/catalog/queries-collections.server";
import { listHomeShelves } from "~/domain/catalog/queries-home.server";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { arrangeCollection } from "./arrange-collection.server";
import { createCollection } from "./create-collection.server";
import { endCollection } from "./end-collection.server";
import { insertTestHousehold, insertTestProduct, insertTestShop } from "./test-shop";
import { updateCollection } from "./update-collection.server";

const officer: Actor = { kind: "user", userId: "usr_1", role: "department_officer" };
const WORDS = {
  name: "Quà Tết",
  nameEn: "",
  intro: "Hàng gói gọn, để được qua Tết.",
  introEn: "",
  criterion: "Đóng hộp, giao kịp trước Tết.",
  criterionEn: "",
  startsOn: "2026-11-22",
  endsOn: "2027-02-05",
  position: 1,
};
const collectionId = `col_${"0".repeat(32)}`;
let close: () => void;
let productIds: string[];

beforeEach(async () => {
  close = openTestDatabase();
  setClock(startOfDate("2026-11-22"));
  await insertTestShop();
  const householdId = await insertTestHousehold();
  productIds = [
    await insertTestProduct({ householdId, name: "Mật ong" }),
    await insertTestProduct({ householdId, name: "Chè", ocopSet: 11 }),
    await insertTestProduct({ householdId, name: "Gạo", ocopSet: 3, stockCount: 0 }),
  ];
});
afterEach(() => {
  setClock();
  close();
});

const make = () => createCollection(officer, { collectionId, words: WORDS });
const add = (ids: readonly string[]) =>
  arrangeCollection(officer, { slug: "qua-tet", change: { kind: "add", productIds: ids } });
const actions = async () =>
  (await reader().select().from(auditEntries)).map((entry) => entry.action);
const namesOf = async () => {
  const page = await findCollection("qua-tet", 1, "vi");
  return page && "list" in page ? page.list.cards.map((card) => card.name) : page;
};
const shelfOfHome = async () => (await listHomeShelves(4, "vi")).collection;

test("one that is made twice by one form is one, and is noted once", async () => {
  expect(await make()).toEqual({ slug: "qua-tet" });
  expect(await make()).toEqual({ slug: "qua-tet" });
  expect(await listDeskCollections()).toMatchObject([{ slug: "qua-tet", productCount: 0 }]);
  expect(await actions()).toEqual(["collection.create"]);
});

test("the same words sent twice change nothing and are noted once", async () => {
  await make();
  const update = (words: typeof WORDS) => updateCollection(officer, { slug: "qua-tet", words });
  expect((await update(WORDS)).ok).toBe(true);
  const words = { ...WORDS, introEn: "Keeps until Tết." };
  expect((await update(words)).ok).toBe(true);
  expect((await update(words)).ok).toBe(true);
  expect(await actions()).toEqual(["collection.create", "collection.update"]);
});

test("addresses are never taken from another or from a rule's own", async () => {
  await make();
  const again = { collectionId: `col_${"1".repeat(32)}`, words: WORDS };
  expect(await createCollection(officer, again)).toEqual({ slug: "qua-tet-2" });
  const words = { ...WORDS, name: "Đang mùa" };
  const third = { collectionId: `col_${"2".repeat(32)}`, words };
  expect(await createCollection(officer, third)).toEqual({ slug: "dang-mua-2" });
});

test("products come in the order that was given, and what leaves the market is left out", async () => {
  await make();
  const [honey = "", tea = "", rice = ""] = productIds;
  expect(await add([rice, honey])).toEqual({ ok: true, value: null });
  expect(await add([tea])).toEqual({ ok: true, value: null });
  expect(await namesOf()).toEqual(["Gạo", "Mật ong", "Chè"]);
  const place = { kind: "place", productId: tea, place: 0 } as const;
  await arrangeCollection(officer, { slug: "qua-tet", change: place });
  await arrangeCollection(officer, { slug: "qua-tet", change: place });
  expect(await namesOf()).toEqual(["Chè", "Gạo", "Mật ong"]);
  // The home page shows what can be bought.
  expect((await shelfOfHome())?.cards.map((card) => card.name)).toEqual(["Chè", "Mật ong"]);
  expect(await actions()).toEqual([
    "collection.create",
    "collection.arrange",
    "collection.arrange",
    "collection.arrange",
  ]);
});

test("refuses what is not on sale, and more than sixty", async () => {
  await make();
  expect(await add(["prd_none"])).toEqual({ ok: false, code: "product_unavailable" });
  expect(await namesOf()).toEqual([]);
  const householdId = await insertTestHousehold();
  const many: string[] = [];
  for (let i = 0; i < 61; i += 1)
    many.push(await insertTestProduct({ householdId, stockCount: 0 }));
  expect(await add(many)).toMatchObject({ ok: false, code: "collection_full" });
  expect(await add(many.slice(1))).toEqual({ ok: true, value: null });
  expect(await add(many.slice(0, 1))).toMatchObject({ ok: false, code: "collection_full" });
});

test("shows from its first day to its last in Vietnam, and then says that it is over", async () => {
  await make();
  await add(productIds);
  setClock(startOfDate("2026-11-22") - 1);
  expect(await findCollection("qua-tet", 1, "vi")).toBeNull();
  expect(await shelfOfHome()).toBeNull();
  setClock(startOfDate("2027-02-06") - 1);
  expect((await shelfOfHome())?.slug).toBe("qua-tet");
  setClock(startOfDate("2027-02-06"));
  expect(await shelfOfHome()).toBeNull();
  expect(await findCollection("qua-tet", 1, "vi")).toEqual({
    ended: { name: "Quà Tết", nameLanguage: "vi" },
  });
  expect((await listCollections("vi")).map((one) => one.slug)).not.toContain("qua-tet");
});

test("is ended by hand at once and for good, however often it is sent", async () => {
  await make();
  await add(productIds);
  expect(await endCollection(officer, { slug: "qua-tet" })).toEqual({ ok: true, value: null });
  expect(await endCollection(officer, { slug: "qua-tet" })).toEqual({ ok: true, value: null });
  expect(await findCollection("qua-tet", 1, "vi")).toEqual({
    ended: { name: "Quà Tết", nameLanguage: "vi" },
  });
  const ended = { ok: false, code: "collection_ended" };
  expect(await updateCollection(officer, { slug: "qua-tet", words: WORDS })).toEqual(ended);
  expect(await add(productIds)).toEqual(ended);
  expect((await actions()).filter((action) => action === "collection.end")).toHaveLength(1);
});

test("changes its words and is audited with those before", async () => {
  await make();
  const words = { ...WORDS, name: "Quà biếu", nameEn: "Gifts" };
  expect(await updateCollection(officer, { slug: "qua-tet", words })).toEqual({
    ok: true,
    value: null,
  });
  const entries = await reader().select().from(auditEntries);
  expect(entries.at(-1)).toMatchObject({
    action: "collection.update",
    before: { name: "Quà Tết" },
    after: { name: "Quà biếu" },
  });
  expect(await updateCollection(officer, { slug: "khong-co", words })).toEqual({
    ok: false,
    code: "collection_not_found",
  });
});

test("those that follow from a rule show what the rule says", async () => {
  const slugs = (await listCollections("vi")).map((one) => [one.slug, one.count]);
  expect(slugs).toEqual([["moi-len-cho", 3]]); // nothing is in season or has stars
});
