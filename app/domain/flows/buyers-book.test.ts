import { describe, expect, it } from "vitest";
import { addresses, wishes } from "~db/schema/buyers";
import { addWish } from "~/domain/buyers/add-wish.server";
import { ADDRESSES_MAX, WISHES_MAX } from "~/domain/buyers/book-sizes";
import { chooseAddress } from "~/domain/buyers/choose-address.server";
import { listWishes } from "~/domain/buyers/queries-wishes.server";
import { listAddresses, receiverAt } from "~/domain/buyers/queries.server";
import { removeAddress } from "~/domain/buyers/remove-address.server";
import { removeWish } from "~/domain/buyers/remove-wish.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { keepAddress, openOwn, PERSON } from "./test-account";
import { honey, householdId, setUpOrders, tea } from "./test-orders";
import { insertTestProduct, insertTestUser, TEST_SHOP } from "./test-shop";

setUpOrders();

describe("the address book", () => {
  it("has the first one first until another is chosen", async () => {
    const { userId } = await openOwn();
    await keepAddress(userId);
    const second = newId("adr");
    await keepAddress(userId, { addressLine: "Nhà mẹ" }, second);
    const lines = async () => (await listAddresses(userId)).map((one) => one.addressLine);
    expect(await lines()).toEqual([PERSON.addressLine, "Nhà mẹ"]);
    setClock(now() + 1);
    await inTransaction((tx) => chooseAddress(tx, { userId, addressId: second }));
    expect(await lines()).toEqual(["Nhà mẹ", PERSON.addressLine]);
    await keepAddress(userId, { addressLine: "Nhà mẹ, cổng sau" }, second);
    expect(await lines()).toEqual(["Nhà mẹ, cổng sau", PERSON.addressLine]);
    await inTransaction((tx) => removeAddress(tx, { userId, addressId: second }));
    expect(await lines()).toEqual([PERSON.addressLine]);
  });

  it("keeps one however often it is sent, and no more than ten", async () => {
    const { userId } = await openOwn();
    const id = newId("adr");
    for (let i = 0; i < 2; i += 1) expect((await keepAddress(userId, {}, id)).ok).toBe(true);
    expect((await keepAddress(userId)).ok).toBe(true); // the same once more, under another id
    expect(await reader().$count(addresses)).toBe(1);
    for (let i = 1; i < ADDRESSES_MAX; i += 1)
      await keepAddress(userId, { addressLine: `Nhà ${i}` });
    expect(await keepAddress(userId, { addressLine: "Nhà thừa" })).toMatchObject({
      code: "addresses_full",
    });
    expect(await listAddresses(userId)).toHaveLength(ADDRESSES_MAX);
  });

  it("is nobody else's", async () => {
    const { userId } = await openOwn();
    const stranger = await insertTestUser();
    const addressId = newId("adr");
    await keepAddress(userId, {}, addressId);
    expect(await keepAddress(stranger, { addressLine: "Chiếm" }, addressId)).toMatchObject({
      code: "address_not_found",
    });
    const choose = { userId: stranger, addressId };
    expect(await inTransaction((tx) => chooseAddress(tx, choose))).toMatchObject({
      code: "address_not_found",
    });
    await inTransaction((tx) => removeAddress(tx, choose));
    expect(await receiverAt(stranger, addressId)).toBeNull();
    expect(await receiverAt(null, addressId)).toBeNull();
    expect(await listAddresses(userId)).toMatchObject([{ addressLine: PERSON.addressLine }]);
  });

  it("outlives the merging of its commune, which has to be chosen anew then", async () => {
    const { userId } = await openOwn();
    const addressId = newId("adr");
    await keepAddress(
      userId,
      { communeCode: "09999", placeName: "Xã Cũ, Tỉnh Tuyên Quang" },
      addressId,
    );
    expect(await listAddresses(userId)).toMatchObject([
      { isPlaceKnown: false, placeName: "Xã Cũ, Tỉnh Tuyên Quang" },
    ]);
    expect(await receiverAt(userId, addressId)).toMatchObject({
      provinceCode: TEST_SHOP.provinceCode,
      communeCode: "",
    });
  });
});

describe("saved products", () => {
  it("show the price and stock of now, once each, the latest first", async () => {
    const { userId } = await openOwn();
    const add = (productId: string) => inTransaction((tx) => addWish(tx, { userId, productId }));
    await add(honey);
    setClock(now() + 1);
    await add(tea);
    await add(honey);
    const list = await listWishes(userId, "vi");
    expect(list.map((wish) => wish.productId)).toEqual([tea, honey]);
    expect(list[1]?.card).toMatchObject({ priceVnd: 185_000, isAvailable: true });
    await inTransaction((tx) => removeWish(tx, { userId, productId: tea }));
    expect(await listWishes(userId, "vi")).toHaveLength(1);
  });

  it("end at two hundred", async () => {
    const { userId } = await openOwn();
    const add = (productId: string) => inTransaction((tx) => addWish(tx, { userId, productId }));
    for (let i = 0; i < WISHES_MAX; i += 1) {
      await add(await insertTestProduct({ householdId, stockCount: 0 }));
    }
    expect(await add(honey)).toMatchObject({ code: "wishes_full", detail: { max: 200 } });
    expect(await reader().$count(wishes)).toBe(WISHES_MAX);
  });
});
