import { afterAll, beforeAll, expect, it } from "vitest";
import { findCommunePage, listSellingCommunes } from "~/domain/catalog/queries-commune.server";
import { findProduct } from "~/domain/catalog/queries-product.server";
import { listBeside } from "~/domain/catalog/queries-related.server";
import { listSellerShelf } from "~/domain/catalog/queries-seller.server";
import { setClock } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import {
  insertTestCertificate,
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  TEST_SHOP,
} from "./test-shop";

const NOW_IN_SEASON = { fromMonth: 10, toMonth: 2 };
let close: () => void;
let clock = 0;

// Honey (set 4, food) of one seller; what others sell, the oldest first.
beforeAll(async () => {
  close = openTestDatabase();
  clock = startOfDate("2026-11-22");
  setClock(() => (clock += 1_000));
  await insertTestShop();
  const mine = await insertTestHousehold({ slug: "cua-toi", story: "Nhà nuôi ong." });
  const near = await insertTestHousehold({ slug: "gan-do" });
  const far = await insertTestHousehold({
    slug: "noi-khac",
    communeCode: TEST_SHOP.secondCommuneCode,
  });
  await insertTestHousehold({ slug: "chua-ban", status: "pending" });
  await insertTestCertificate({ householdId: mine });
  await insertTestCertificate({ householdId: mine, revokedOn: "2026-11-01" });
  const add = async (householdId: string, name: string, change = {}) =>
    insertTestProduct({ householdId, name, ...change });
  await add(mine, "Mật ong", { slug: "mat-ong" });
  await add(mine, "Mật ong khác của tôi");
  await add(far, "Mật ong rừng");
  await add(far, "Mật mía");
  await add(far, "Mật ong thứ ba của một nơi");
  await add(near, "Cam đang mùa", { ocopSet: 1, season: NOW_IN_SEASON });
  await add(near, "Xoài trái mùa", { ocopSet: 1, season: { fromMonth: 4, toMonth: 6 } });
  await add(near, "Khăn lanh", { ocopSet: 22 });
  await add(far, "Chiếu nơi khác", { ocopSet: 21 });
  await add(near, "Mật ong hết hàng", { stockCount: 0 });
});
afterAll(() => {
  setClock();
  close();
});

it("the same kind first, then the same group in season, then the same commune; of other sellers, two at most", async () => {
  const product = present(await findProduct("mat-ong", "vi"), "is on sale");
  const { others, related } = await listBeside(product, 10, "vi");
  const names = related.map((card) => card.name);
  expect(others.map((card) => card.name)).toEqual(["Mật ong khác của tôi"]);
  expect(names).toEqual(["Mật ong thứ ba của một nơi", "Mật mía", "Cam đang mùa", "Khăn lanh"]);
  expect((await listBeside(product, 1, "vi")).related).toHaveLength(1);
});

it("a product tells who made it", async () => {
  const product = present(await findProduct("mat-ong", "vi"), "is on sale");
  expect(product.seller).toMatchObject({
    excerpt: "Nhà nuôi ong.",
    photo: null,
    communeCode: TEST_SHOP.communeCode,
  });
});

it("a commune shows what it sells, what is in season there, and who sells", async () => {
  const commune = present(await findCommunePage(TEST_SHOP.communeCode, 1, "vi"), "it is ours");
  expect(commune).toMatchObject({
    name: "Xã Lũng Cú",
    products: { total: 6, page: 1, pageCount: 1 },
    householdCount: 2,
    neighbours: [],
  });
  expect(commune.inSeason.map((product) => product.name)).toEqual(["Cam đang mùa"]);
  expect(commune.households.map((one) => one.slug)).toEqual(["cua-toi", "gan-do"]);
  expect(await findCommunePage(TEST_SHOP.elsewhereCommuneCode, 1, "vi")).toBeNull();
  expect(await findCommunePage("99999", 1, "vi")).toBeNull();
});

it("communes that sell come by name, with what they sell", async () => {
  expect(await listSellingCommunes()).toEqual([
    { code: TEST_SHOP.secondCommuneCode, name: "Xã Đồng Văn", count: 4, householdCount: 1 },
    { code: TEST_SHOP.communeCode, name: "Xã Lũng Cú", count: 6, householdCount: 2 },
  ]);
});

it("a seller's shelf comes by kind, and counts the certificates in force", async () => {
  const shelf = await listSellerShelf("gan-do", 9, "vi");
  expect(shelf).toMatchObject({ total: 4, page: 1, pageCount: 1, certificateCount: 0 });
  expect(shelf.cards.map((card) => card.ocopSet)).toEqual([1, 1, 4, 22]);
  expect((await listSellerShelf("cua-toi", 1, "vi")).certificateCount).toBe(1);
  expect(await listSellerShelf("khong-co", 1, "vi")).toMatchObject({ total: 0, cards: [] });
});
