import { describe, expect, it } from "vitest";
import { checkouts } from "~db/schema/orders";
import { GUEST } from "~/domain/audit/actor";
import { addWish } from "~/domain/buyers/add-wish.server";
import { exportPerson, exportPurchase } from "~/domain/buyers/queries-export.server";
import { cookieFor } from "~/domain/identity/test-session";
import { takeEvents } from "~/domain/notices/take-events.server";
import { inTransaction, reader } from "~/platform/db.server";
import { requestReturn } from "./request-return.server";
import {
  buy,
  buyAndReceive,
  exportedLine,
  keepAddress,
  openOwn,
  PERSON,
  PHONE,
} from "./test-account";
import { ask } from "./test-contracts";
import { honey, householdId, setUpOrders, tea } from "./test-orders";
import { joined, openList } from "./test-preorders";
import { subscribeBrowser } from "./subscribe-browser.server";
import { writeReview } from "./write-review.server";

setUpOrders();

describe("exportPerson", () => {
  it("has all that is known of the person, and nothing of anybody else", async () => {
    const { userId, actor } = await openOwn();
    await keepAddress(userId);
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
    const nothingElse = { account: null, sessions: [], phoneChanges: [] };
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
