import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { addresses, wishes } from "~db/schema/buyers";
import { products } from "~db/schema/catalog";
import { contracts } from "~db/schema/contracts";
import { shipments } from "~db/schema/fulfilment";
import { sessions, users } from "~db/schema/identity";
import { emailAddresses, pushSubscriptions } from "~db/schema/notices";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { preorders } from "~db/schema/preorders";
import { returnRequests } from "~db/schema/returns";
import { postEvents, posts } from "~db/schema/reviews";
import { transfers } from "~db/schema/settlement";
import { GUEST, SYSTEM, type Actor } from "~/domain/audit/actor";
import { addWish } from "~/domain/buyers/add-wish.server";
import { ADDRESSES_MAX, WISHES_MAX } from "~/domain/buyers/book-sizes";
import { chooseAddress } from "~/domain/buyers/choose-address.server";
import { putAddress } from "~/domain/buyers/put-address.server";
import { exportPerson, exportPurchase } from "~/domain/buyers/queries-export.server";
import { listWishes } from "~/domain/buyers/queries-wishes.server";
import { listAddresses, receiverAt } from "~/domain/buyers/queries.server";
import { removeAddress } from "~/domain/buyers/remove-address.server";
import { removeWish } from "~/domain/buyers/remove-wish.server";
import { discardForgottenPhoto } from "~/domain/fulfilment/discard-proof-photo.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { recognisePerson } from "~/domain/identity/recognise-person.server";
import { readSession, startSession } from "~/domain/identity/sessions.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { cookieFor } from "~/domain/identity/test-session";
import type { Proven } from "~/domain/identity/types";
import { takeEvents } from "~/domain/notices/take-events.server";
import { findEmail } from "~/domain/notices/queries-email.server";
import { findOrderByPhone, listBought } from "~/domain/payments/queries-buyer.server";
import { readVoices } from "~/domain/reviews/queries.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, rawReader, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId, newToken } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { runOutbox } from "~/platform/outbox.server";
import { vnd } from "~/platform/money";
import { MINUTE_MS } from "~/platform/period";
import { askQuestion } from "./ask-question.server";
import { changeEmail } from "./change-email.server";
import { changePassword } from "./change-password.server";
import { decidePost } from "./decide-post.server";
import { deleteAccount } from "./delete-account.server";
import { deliverOrder } from "./deliver-order.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { openAccount } from "./open-account.server";
import { openHarvest } from "./open-harvest.server";
import { placePreorder } from "./place-preorder.server";
import { moveOverdue } from "./move-overdue.server";
import { moveReturn } from "./move-return.server";
import { recordProof } from "./record-proof.server";
import { requestPrice } from "./request-price.server";
import { requestReturn } from "./request-return.server";
import {
  account,
  buy,
  buyAndReceive,
  openOwn,
  PASSWORD,
  pay,
  PERSON,
  PHONE,
  proofOf,
  visitor,
} from "./test-account";
import { ask, testPriceRequest } from "./test-contracts";
import {
  aggregates,
  BY_ALL,
  confirm,
  honey,
  householdId,
  member,
  scope,
  setUpOrders,
  ship,
  tea,
} from "./test-orders";
import { joined, openList } from "./test-preorders";
import { insertTestProduct, insertTestUser, TEST_SHOP } from "./test-shop";
import { subscribeBrowser } from "./subscribe-browser.server";
import { withdrawPreorder } from "./withdraw-preorder.server";
import { writeReview } from "./write-review.server";

setUpOrders();

const proofsFolder = () => join(settings().DATA_DIR, "private", "proofs");

const facts = (change: Partial<Parameters<typeof putAddress>[1]["facts"]> = {}) => ({
  fullName: PERSON.fullName,
  phone: PHONE,
  provinceCode: TEST_SHOP.provinceCode,
  communeCode: TEST_SHOP.communeCode,
  placeName: "Xã Lũng Cú, Tỉnh Tuyên Quang",
  addressLine: PERSON.addressLine,
  ...change,
});
const keep = (userId: string, change: Parameters<typeof facts>[0] = {}, addressId = newId("adr")) =>
  inTransaction((tx) => putAddress(tx, { userId, addressId, facts: facts(change) }));

describe("openAccount", () => {
  it("makes a buyer who can sign in, with nothing of what a guest ordered with the phone", async () => {
    await buy({ kind: "guest" });
    const { userId } = await openOwn();
    const signed = await signIn({ phone: PHONE, password: PASSWORD, ...visitor() });
    expect(signed).toMatchObject({ ok: true, value: { role: "buyer" } });
    expect((await listBought(userId, 1)).bought).toEqual([]);
    const data = await exportPerson(userId);
    expect(data.purchases).toEqual([]);
    expect(data.account).toMatchObject({ fullName: PERSON.fullName, phone: PHONE, role: "buyer" });
  });

  it("answers the same form twice the same, and another person with that phone nothing but that", async () => {
    const { userId } = await openOwn();
    expect(await openAccount(account())).toMatchObject({ ok: true, value: { userId } });
    const taken = { ok: false, code: "phone_taken" };
    expect(await openAccount(account({ password: "mot mat khau khac" }))).toEqual(taken);
    await insertTestUser({
      phone: "0988000222",
      role: "household_member",
      passwordHash: await hashPassword(PASSWORD),
    });
    expect(await openAccount(account({ phone: "0988000222" }))).toEqual(taken);
  });
});

describe("changePassword", () => {
  it("asks for the old one, signs everybody else out, and notes no password", async () => {
    const { userId, actor } = await openOwn();
    const cookie = await cookieFor(userId);
    const change = (password: string) =>
      changePassword(actor, { ...proofOf(userId, password), newPassword: "mat khau moi 2" });
    expect(await change("sai")).toEqual({ ok: false, code: "wrong_password" });
    expect(await readSession(cookie)).not.toBeNull();
    expect((await change(PASSWORD)).ok).toBe(true);
    expect(await readSession(cookie)).toBeNull();
    const trial = (password: string) => signIn({ phone: PHONE, password, ...visitor() });
    expect((await trial(PASSWORD)).ok).toBe(false);
    expect((await trial("mat khau moi 2")).ok).toBe(true);
    const noted = JSON.stringify(await reader().select().from(auditEntries));
    expect(noted).toContain("account.change_password");
    expect(noted).not.toContain("mat khau");
  });

  it("ends what was set up with the old one, and starts nothing that it had opened just before", async () => {
    const { userId, actor } = await openOwn();
    const subscription = { endpoint: "https://push.example/may-la", p256dh: "-", auth: "-" };
    await subscribeBrowser({ ownerKind: "user", ownerId: userId, ...subscription });
    const known = await recognisePerson({ phone: PHONE, password: PASSWORD, ...visitor() });
    if (!known.ok) throw new Error(known.code);
    const newPassword = "mat khau moi 2";
    const changed = await changePassword(actor, { ...proofOf(userId), newPassword });
    if (!changed.ok) throw new Error(changed.code);
    expect(await reader().$count(pushSubscriptions)).toBe(0);
    const isSignedIn = async (proven: Proven) =>
      (await readSession((await startSession(proven)).split(";")[0] ?? "")) !== null;
    expect(await isSignedIn(known.value)).toBe(false);
    expect(await isSignedIn(changed.value)).toBe(true);
    expect((await deleteAccount(actor, proofOf(userId, newPassword))).ok).toBe(true);
    expect(await isSignedIn(changed.value)).toBe(false);
  });
});

describe("the address book", () => {
  it("has the first one first until another is chosen", async () => {
    const { userId } = await openOwn();
    await keep(userId);
    const second = newId("adr");
    await keep(userId, { addressLine: "Nhà mẹ" }, second);
    const lines = async () => (await listAddresses(userId)).map((one) => one.addressLine);
    expect(await lines()).toEqual([PERSON.addressLine, "Nhà mẹ"]);
    setClock(now() + 1);
    await inTransaction((tx) => chooseAddress(tx, { userId, addressId: second }));
    expect(await lines()).toEqual(["Nhà mẹ", PERSON.addressLine]);
    await keep(userId, { addressLine: "Nhà mẹ, cổng sau" }, second);
    expect(await lines()).toEqual(["Nhà mẹ, cổng sau", PERSON.addressLine]);
    await inTransaction((tx) => removeAddress(tx, { userId, addressId: second }));
    expect(await lines()).toEqual([PERSON.addressLine]);
  });

  it("keeps one however often it is sent, and no more than ten", async () => {
    const { userId } = await openOwn();
    const id = newId("adr");
    for (let i = 0; i < 2; i += 1) expect((await keep(userId, {}, id)).ok).toBe(true);
    expect((await keep(userId)).ok).toBe(true); // the same once more, under another id
    expect(await reader().$count(addresses)).toBe(1);
    for (let i = 1; i < ADDRESSES_MAX; i += 1) await keep(userId, { addressLine: `Nhà ${i}` });
    expect(await keep(userId, { addressLine: "Nhà thừa" })).toMatchObject({
      code: "addresses_full",
    });
    expect(await listAddresses(userId)).toHaveLength(ADDRESSES_MAX);
  });

  it("is nobody else's", async () => {
    const { userId } = await openOwn();
    const stranger = await insertTestUser();
    const addressId = newId("adr");
    await keep(userId, {}, addressId);
    expect(await keep(stranger, { addressLine: "Chiếm" }, addressId)).toMatchObject({
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
    await keep(userId, { communeCode: "09999", placeName: "Xã Cũ, Tỉnh Tuyên Quang" }, addressId);
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

/** Every table of the database, as text. */
function everything(): string {
  const database = rawReader();
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all();
  return tables
    .map((table) => JSON.stringify(database.prepare(`SELECT * FROM "${table}"`).all()))
    .join("\n");
}

describe("exportPerson", () => {
  it("has all that is known of the person, and nothing of anybody else", async () => {
    const { userId, actor } = await openOwn();
    await keep(userId);
    await inTransaction((tx) => addWish(tx, { userId, productId: tea }));
    const bought = await buyAndReceive(actor);
    await buy({ kind: "guest" }, { buyerName: "Người Khác", buyerPhone: "0911222333" });
    const lineItemId = (await exportedLine(bought.code)).id;
    await writeReview(actor, {
      checkoutCode: bought.code,
      lineItemId,
      stars: 5,
      text: "Mật thơm",
      isNameShown: true,
      pageLanguage: "vi",
    });
    const line = { lineItemId, packCount: 1 };
    const asked = { reason: "damaged" as const, note: "Vỡ một chai", lines: [line] };
    await requestReturn(actor, { checkoutCode: bought.code, orderCode: bought.order, ...asked });
    await cookieFor(userId);
    const data = await exportPerson(userId);
    expect(data).toMatchObject({
      format: "cho-phien.person-data",
      version: 1,
      account: { phone: PHONE },
      addresses: [{ addressLine: PERSON.addressLine, place: "Xã Lũng Cú, Tỉnh Tuyên Quang" }],
      savedProducts: [{ product: expect.stringContaining("san-pham") as string }],
      purchases: [
        {
          code: bought.code,
          buyerName: PERSON.fullName,
          note: PERSON.note,
          totalVnd: 222_000,
          paidVnd: 222_000,
          orders: [
            {
              code: bought.order,
              status: "delivered",
              carrier: "VNPost",
              lines: [{ quantity: 1, unitPriceVnd: 185_000 }],
              returns: [{ reason: "damaged", note: "Vỡ một chai", events: [{ to: "requested" }] }],
            },
          ],
        },
      ],
      posts: [{ kind: "review", stars: 5, text: "Mật thơm" }],
    });
    const moves = data.purchases[0]?.orders[0]?.events.map((event) => event.to);
    expect(moves).toEqual(["awaiting_payment", "placed", "confirmed", "shipped", "delivered"]);
    expect(data.sessions).toHaveLength(1);
    expect(Object.keys(data.sessions[0] ?? {})).toEqual(["endsAt"]);
    expect(JSON.stringify(data)).not.toContain("Người Khác");
    expect(JSON.stringify(data)).not.toContain("argon2");
    // The same order for who only has its link.
    const ofOrder = { thing: "order" as const, code: bought.code };
    const { purchases, posts: reviews, notices } = data;
    expect(await exportPurchase(ofOrder)).toMatchObject({
      account: null,
      addresses: [],
      purchases,
      posts: reviews,
      notices,
    });
    expect(await exportPurchase({ ...ofOrder, code: "UQ0000000" })).toBeNull();
  });

  it("has of what a guest ordered all that is kept of it, by its number", async () => {
    const bought = await buyAndReceive(GUEST);
    await writeReview(GUEST, {
      checkoutCode: bought.code,
      lineItemId: (await exportedLine(bought.code)).id,
      stars: 5,
      text: "Ngon",
      isNameShown: true,
      pageLanguage: "vi",
    });
    const ownerId = (await reader().select().from(checkouts))[0]?.id ?? "";
    const keys = { endpoint: "https://push.example/x", p256dh: "-", auth: "-" };
    await subscribeBrowser({ ownerKind: "checkout", ownerId, ...keys });
    expect(await openList(honey)).toMatchObject({ ok: true });
    const place = await joined(honey, 2);
    const contract = await ask(householdId, honey);
    while ((await takeEvents()) > 0);
    const nothingElse = { account: null, sessions: [] };
    expect(await exportPurchase({ thing: "order", code: bought.code })).toMatchObject({
      ...nothingElse,
      purchases: [{ code: bought.code }],
      preorders: [],
      contracts: [],
      posts: [{ kind: "review", text: "Ngon" }],
      toldBrowsers: [{ service: "push.example" }],
      notices: expect.arrayContaining([
        expect.objectContaining({ kind: "checkout_paid", channel: null }),
      ]) as unknown,
    });
    expect(await exportPurchase({ thing: "preorder", code: place })).toMatchObject({
      ...nothingElse,
      purchases: [],
      preorders: [{ code: place, packCount: 2, events: [{ to: "waiting" }] }],
      contracts: [],
      notices: [{ kind: "preorder_noted" }],
    });
    expect(await exportPurchase({ thing: "contract", code: contract })).toMatchObject({
      ...nothingElse,
      purchases: [],
      preorders: [],
      contracts: [{ code: contract, representative: "Trần Thị Mẫu" }],
      notices: [{ kind: "contract_asked" }],
    });
  });
});

async function exportedLine(code: string) {
  const [row] = await reader()
    .select({ id: lineItems.id })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(checkouts.code, code));
  return present(row, "no line");
}

describe("deleteAccount", () => {
  it("leaves nothing of the person anywhere, and money, figures and stock as they were", async () => {
    const { userId, actor } = await openOwn();
    const officerId = await insertTestUser({ role: "department_officer" });
    const officer: Actor = { kind: "user", userId: officerId, role: "department_officer" };
    await keep(userId);
    await inTransaction((tx) => addWish(tx, { userId, productId: tea }));
    const bought = await buyAndReceive(actor);
    const receivedBy = "Em của chị Xuyến";
    const photo = await sharp({
      create: { width: 400, height: 300, channels: 3, background: "#2a5" },
    })
      .jpeg()
      .toBuffer();
    const proof = { orderCode: bought.order, proofId: newId("prf"), receivedBy, photo };
    expect((await recordProof(member, scope, proof)).ok).toBe(true);
    const lineItemId = (await exportedLine(bought.code)).id;
    await writeReview(actor, {
      checkoutCode: bought.code,
      lineItemId,
      stars: 4,
      text: "Mật thơm lắm",
      isNameShown: true,
      pageLanguage: "vi",
    });
    const [product] = await reader().select().from(products).where(eq(products.id, honey));
    await askQuestion(actor, {
      productSlug: product?.slug ?? "",
      text: "Có giao nhanh không?",
      askerName: "Xuyến Chi",
      pageLanguage: "vi",
    });
    for (const post of await reader().select().from(posts)) {
      const decision = { decision: "publish" as const, seenAt: post.sentAt, postId: post.id };
      expect((await decidePost(officer, decision)).ok).toBe(true);
    }
    const checkoutId = (await reader().select().from(checkouts))[0]?.id ?? "";
    await inTransaction(async (tx) => {
      const email = { userId, email: "xuyen@example.vn", enteredAt: now(), confirmedAt: now() };
      await tx.insert(emailAddresses).values(email);
      for (const [ownerKind, ownerId] of [
        ["user", userId],
        ["checkout", checkoutId],
      ] as const) {
        const endpoint = `https://push.example/xuyen-${ownerKind}`;
        const keys = { endpoint, p256dh: "-", auth: "-", createdAt: now() };
        await tx
          .insert(pushSubscriptions)
          .values({ id: newId("psh"), ownerKind, ownerId, ...keys });
      }
    });
    expect(await exportPerson(userId)).toMatchObject({
      account: { email: "xuyen@example.vn" },
      toldBrowsers: [{ service: "push.example" }, { service: "push.example" }],
    });
    const cookie = await cookieFor(userId);
    const before = {
      transfers: await reader().select().from(transfers),
      figures: await aggregates(),
      orders: await reader().select().from(orders),
      rating: (await readVoices(honey)).rating,
    };
    const isKnown = (text: string) => everything().includes(text);
    const PERSONAL = [
      PERSON.fullName,
      PHONE,
      PERSON.addressLine,
      PERSON.note,
      "Xuyến",
      "Đoàn T.",
      "xuyen",
    ];
    expect(PERSONAL.filter((text) => !isKnown(text))).toEqual([]);
    expect(readdirSync(proofsFolder())).toHaveLength(1);

    expect(await deleteAccount(actor, proofOf(userId))).toEqual({ ok: true, value: null });

    expect(PERSONAL.filter(isKnown)).toEqual([]);
    // The file goes after the commit, by what the commit left to do: a crash in between does not keep it.
    await runOutbox({ forgotten_proof_photo: discardForgottenPhoto });
    expect(readdirSync(proofsFolder())).toEqual([]);
    expect(await reader().select().from(transfers)).toEqual(before.transfers);
    expect(await aggregates()).toEqual(before.figures);
    expect(await reader().select().from(orders)).toEqual(before.orders);
    const voices = await readVoices(honey);
    expect(voices.rating).toEqual(before.rating);
    expect(voices.reviews).toMatchObject([
      { text: "Mật thơm lắm", shownName: null, isAuthorGone: true },
    ]);
    expect(voices.questions).toMatchObject([{ shownName: null, isAuthorGone: true }]);
    expect(await readSession(cookie)).toBeNull();
    expect((await signIn({ phone: PHONE, password: PASSWORD, ...visitor() })).ok).toBe(false);
    expect(await findOrderByPhone(bought.code, PHONE)).toBeNull();
    const [act] = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "account.delete"));
    expect(act).toMatchObject({ subjectId: userId, before: null, after: null });
    // The commune stays, as the figures do.
    expect(await reader().select().from(checkouts)).toMatchObject([
      { buyerName: "", buyerId: null, communeCode: TEST_SHOP.elsewhereCommuneCode },
    ]);
    // Sent again, and by somebody new with the same phone.
    expect(await deleteAccount(actor, proofOf(userId))).toMatchObject({ ok: false });
    const next = await openAccount(account({ fullName: "Người Mới" }));
    expect(next.ok && next.value.userId !== userId).toBe(true);
    if (next.ok) expect((await exportPerson(next.value.userId)).purchases).toEqual([]);
  });

  it("is refused without the password, while anything is open, and to who works at a desk", async () => {
    const { userId, actor } = await openOwn();
    const tryIt = (password = PASSWORD) => deleteAccount(actor, proofOf(userId, password));
    expect(await tryIt("sai")).toEqual({ ok: false, code: "wrong_password" });

    const bought = await buy(actor);
    expect(await tryIt()).toMatchObject({ code: "account_has_orders", detail: { count: 1 } });
    await pay(bought.code, 250_000); // 28,000 too much
    await confirm(bought.order);
    await ship(bought.order);
    expect(await tryIt()).toMatchObject({ code: "account_has_orders" });
    await deliverOrder(member, BY_ALL, { orderCode: bought.order });
    const line = { lineItemId: (await exportedLine(bought.code)).id, packCount: 1 };
    const asked = { reason: "damaged" as const, note: "Vỡ", lines: [line] };
    await requestReturn(actor, { checkoutCode: bought.code, orderCode: bought.order, ...asked });
    expect(await tryIt()).toMatchObject({ code: "account_has_returns", detail: { count: 1 } });
    const [request] = await reader().select().from(returnRequests);
    await moveReturn({
      actor,
      mover: { by: "buyer", checkoutCode: bought.code },
      code: request?.code ?? "",
      to: "closed",
      note: "",
    });
    expect(await tryIt()).toMatchObject({ code: "account_has_money" });
    expect(await reader().$count(sessions)).toBe(0);
    expect((await reader().select().from(users).where(eq(users.id, userId)))[0]?.phone).toBe(PHONE);

    if (member.kind !== "user") throw new Error("no member");
    expect(await deleteAccount(member, proofOf(member.userId))).toMatchObject({
      code: "account_has_desk",
    });
  });

  it("waits for a wholesale contract to end, and leaves it as both sides wrote it", async () => {
    const { userId, actor } = await openOwn();
    const asks = [{ productId: honey, packCount: 8 }];
    const request = testPriceRequest({ householdId, asks, representative: PERSON.fullName });
    const asked = await requestPrice(actor, request);
    if (!asked.ok) throw new Error(asked.code);
    const { code } = asked.value;
    const tryIt = () => deleteAccount(actor, proofOf(userId));
    expect(await tryIt()).toMatchObject({ code: "account_has_contracts", detail: { count: 1 } });
    expect(await exportPerson(userId)).toMatchObject({
      contracts: [{ code, status: "requested", representative: PERSON.fullName, texts: [] }],
    });
    setClock(now() + 8 * 24 * 60 * MINUTE_MS);
    await moveOverdue();
    expect(await tryIt()).toMatchObject({ ok: true });
    const [contract] = await reader().select().from(contracts);
    expect(contract).toMatchObject({ status: "lapsed", representative: PERSON.fullName });
  });

  it("waits for a place on a harvest's list to be given up, and forgets who had it", async () => {
    const { userId, actor } = await openOwn();
    const harvest = {
      slug: `san-pham-${honey}`,
      harvestId: newId("hrv"),
      harvestFrom: "2026-12-10",
      harvestTo: "2026-12-25",
      closesOn: "2026-12-05",
      capCount: 20,
      unitPriceVnd: vnd(100_000),
    };
    expect((await openHarvest(member, scope, harvest)).ok).toBe(true);
    const placed = await placePreorder(actor, {
      productId: honey,
      submissionKey: newToken(),
      buyerName: PERSON.fullName,
      buyerPhone: PHONE,
      communeCode: TEST_SHOP.elsewhereCommuneCode,
      addressLine: PERSON.addressLine,
      packCount: 2,
      language: "vi",
    });
    if (!placed.ok) throw new Error(placed.code);
    const { code } = placed.value;
    const tryIt = () => deleteAccount(actor, proofOf(userId));
    expect(await tryIt()).toMatchObject({ code: "account_has_preorders", detail: { count: 1 } });
    expect(await exportPerson(userId)).toMatchObject({
      preorders: [{ code, packCount: 2, status: "waiting", buyerPhone: PHONE }],
    });
    expect((await withdrawPreorder(actor, code)).ok).toBe(true);
    expect((await tryIt()).ok).toBe(true);
    expect(await reader().select().from(preorders)).toMatchObject([
      { code, buyerName: "", buyerPhone: "", addressLine: "", buyerId: null, packCount: 2 },
    ]);
    expect([PERSON.fullName, PHONE].filter((text) => everything().includes(text))).toEqual([]);
  });

  it("leaves no order that a late transfer could send to nobody: the money is owed back", async () => {
    const { userId, actor } = await openOwn();
    const { code } = await buy(actor);
    setClock(now() + 24 * 60 * MINUTE_MS);
    await expireCheckouts(SYSTEM);
    expect((await deleteAccount(actor, proofOf(userId))).ok).toBe(true);
    await pay(code);
    const [order] = await reader().select().from(orders);
    expect(order?.status).toBe("expired");
    const [checkout] = await reader().select().from(checkouts);
    const owed = { kind: "refund_due", ownerId: checkout?.id ?? "" } as const;
    expect(await balanceOf(owed)).toBe(222_000);
  });

  it("cannot be made half by the database: a name never comes back into what was written", async () => {
    const { actor } = await openOwn();
    const bought = await buyAndReceive(actor);
    await writeReview(actor, {
      checkoutCode: bought.code,
      lineItemId: (await exportedLine(bought.code)).id,
      stars: 4,
      text: "",
      isNameShown: true,
      pageLanguage: "vi",
    });
    const proof = { orderCode: bought.order, proofId: newId("prf"), receivedBy: "Chị Chi" };
    await recordProof(member, scope, { ...proof, photo: null });
    await expect(
      inTransaction(async (tx) => void (await tx.update(postEvents).set({ shownName: "Ai đó" }))),
    ).rejects.toThrow();
    await expect(
      inTransaction(async (tx) => void (await tx.update(postEvents).set({ text: "khác" }))),
    ).rejects.toThrow();
    const [shipment] = await reader().select().from(shipments);
    const kept = present(shipment?.proof, "no proof");
    for (const change of [
      { ...kept, receivedBy: "Ai đó" },
      { ...kept, receivedBy: "", recordedAt: 1 },
      null,
    ]) {
      await expect(
        inTransaction(async (tx) => void (await tx.update(shipments).set({ proof: change }))),
      ).rejects.toThrow();
    }
  });
});

it("an e-mail is confirmed by the link to it, and no other that was entered meanwhile", async () => {
  const { userId, actor } = await openOwn();
  const confirm = (email: string) => changeEmail(actor, { kind: "confirm", email });
  await changeEmail(actor, { kind: "set", email: "toi@example.vn" });
  // The door has found the key of this one right; another tab saves another one first.
  await changeEmail(actor, { kind: "set", email: "khac@example.vn" });
  expect(await confirm("toi@example.vn")).toEqual({ ok: false, code: "email_changed" });
  expect(await findEmail(userId)).toMatchObject({ email: "khac@example.vn", isConfirmed: false });
  for (let i = 0; i < 2; i += 1) expect((await confirm("khac@example.vn")).ok).toBe(true);
  expect(await findEmail(userId)).toMatchObject({ isConfirmed: true });
});
