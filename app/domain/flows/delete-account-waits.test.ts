import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contracts } from "~db/schema/contracts";
import { sessions, users } from "~db/schema/identity";
import { preorders } from "~db/schema/preorders";
import { returnRequests } from "~db/schema/returns";
import { exportPerson } from "~/domain/buyers/queries-export.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { MINUTE_MS } from "~/platform/period";
import { deleteAccount } from "./delete-account.server";
import { deliverOrder } from "./deliver-order.server";
import { openHarvest } from "./open-harvest.server";
import { placePreorder } from "./place-preorder.server";
import { moveOverdue } from "./move-overdue.server";
import { moveReturn } from "./move-return.server";
import { requestPrice } from "./request-price.server";
import { requestReturn } from "./request-return.server";
import { buy, openOwn, PASSWORD, pay, PERSON, PHONE, proofOf } from "./test-account";
import { testPriceRequest } from "./test-contracts";
import {
  BY_ALL,
  confirm,
  honey,
  householdId,
  member,
  scope,
  setUpOrders,
  ship,
} from "./test-orders";
import { TEST_SHOP } from "./test-shop";
import { withdrawPreorder } from "./withdraw-preorder.server";
import { exportedLine } from "./test-account";
import { everything } from "./test-account";

setUpOrders();

describe("deleteAccount", () => {
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
});
