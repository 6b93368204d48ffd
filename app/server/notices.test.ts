import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { users } from "~db/schema/identity";
import { noticeFeed } from "~db/schema/notices";
import { checkouts } from "~db/schema/orders";
import { GUEST, SYSTEM, type Actor } from "~/domain/audit/actor";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { listNotices } from "~/domain/notices/queries.server";
import { subscribeBrowser } from "~/domain/notices/subscribe-browser.server";
import { sweepNotices } from "~/domain/notices/sweep-notices.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import { vnd } from "~/platform/money";
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDate } from "~/platform/period";
import { cancelPurchase } from "~/domain/flows/cancel-purchase.server";
import { closeOrder } from "~/domain/flows/close-order.server";
import { expireCheckouts } from "~/domain/flows/expire-checkouts.server";
import { moveOverdue } from "~/domain/flows/move-overdue.server";
import { moveReturn } from "~/domain/flows/move-return.server";
import { receiveBankNotice } from "~/domain/flows/receive-bank-notice.server";
import { refundReturn } from "~/domain/flows/refund-return.server";
import { rejectProduct } from "~/domain/flows/reject-product.server";
import { requestReturn } from "~/domain/flows/request-return.server";
import { submitProduct } from "~/domain/flows/submit-product.server";
import { withdrawProduct } from "~/domain/flows/withdraw-product.server";
import { tellAll } from "~/domain/flows/test-mailbox";
import {
  ALL,
  BY_ALL,
  cancel,
  confirm,
  deliver,
  honey,
  householdId,
  member,
  place,
  placePaid,
  ship,
} from "~/domain/flows/test-orders";
import { insertTestUser, testNotice } from "~/domain/flows/test-shop";
import { all, heard, later, mailbox, one, setUpNotices } from "./test-notices";

setUpNotices();

const officer: Actor = { kind: "user", userId: "usr_officer", role: "department_officer" };

describe("what is told", () => {
  it("of a cart of two households paid by transfer: once to its buyer, to each household its order", async () => {
    const checkout = await place("vietqr");
    expect(await heard()).toEqual(["checkout_waits"]);
    await receiveBankNotice({
      notice: testNotice({ content: checkout.code, amountVnd: vnd(522_003) }),
      rawBody: "{}",
    });
    await tellAll(mailbox);
    expect(mailbox.kinds()).toEqual([
      "checkout_paid",
      "household_order_placed",
      "household_order_placed",
    ]);
    expect(mailbox.texts()).toContain(
      `Đã nhận 522.003đ cho đơn ${checkout.code}. Người bán sẽ xác nhận trong 2 ngày.`,
    );
    expect(mailbox.texts()).toContain(
      `Đơn mới ${checkout.jar}, 222.000đ. Xin xác nhận trước 09:00 02/12.`,
    );
    mailbox.messages.clear();
    await confirm(checkout.jar);
    expect(await heard()).toEqual([]);
    await ship(checkout.jar);
    await tellAll(mailbox);
    expect(mailbox.texts()).toEqual([
      `Đơn ${checkout.jar} đã được gửi: VNPost, mã vận đơn EE123VN.`,
    ]);
    mailbox.messages.clear();
    await deliver(checkout.jar);
    await tellAll(mailbox);
    expect(mailbox.texts()).toEqual([
      `Đơn ${checkout.jar} đã giao. Hàng có vấn đề, xin báo trước 07/12.`,
    ]);
  });

  it("of cash at the door, and of a household that calls it off: with its reason, without money back", async () => {
    const checkout = await place("cod");
    expect(await heard()).toEqual([
      "checkout_placed",
      "household_order_placed",
      "household_order_placed",
    ]);
    await cancel(checkout.jar);
    await tellAll(mailbox);
    expect(mailbox.texts()).toEqual([`HTX Lũng Cú đã hủy đơn ${checkout.jar}. Lý do: Hết hàng`]);
    const paid = await placePaid();
    await heard();
    await cancel(paid.jar);
    await tellAll(mailbox);
    expect(mailbox.texts()).toEqual([
      `HTX Lũng Cú đã hủy đơn ${paid.jar}. Tiền 222.000đ sẽ được trả lại. Lý do: Hết hàng`,
    ]);
  });

  it("of an order that its buyer calls off: to the household, and not to who did it", async () => {
    const checkout = await place("cod");
    await heard();
    const buyer = { by: "buyer", checkoutCode: checkout.code } as const;
    await closeOrder(GUEST, buyer, { orderCode: checkout.jar, to: "cancelled", reason: "" });
    expect(await heard()).toEqual(["household_order_withdrawn"]);
    const unpaid = await place("vietqr");
    await heard();
    await cancelPurchase(GUEST, { checkoutCode: unpaid.code });
    expect(await heard()).toEqual([]);
  });

  it("of a deadline: half of it gone to the household that is silent, and its end to both", async () => {
    const checkout = await place("cod");
    await heard();
    await confirm(checkout.packs);
    later(23 * HOUR_MS);
    expect(await heard()).toEqual([]);
    later(2 * HOUR_MS);
    expect(await heard()).toEqual(["household_confirm_soon"]);
    later(24 * HOUR_MS);
    await moveOverdue();
    expect(await heard()).toEqual(["household_order_overdue", "order_overdue"]);
    expect((await all()).filter((notice) => notice.status === "lapsed")).toMatchObject([
      { kind: "household_confirm_soon" }, // the other order was confirmed in time
    ]);
  });

  it("of a purchase that was not paid in time", async () => {
    await place("vietqr");
    await heard();
    later(31 * MINUTE_MS);
    await expireCheckouts(SYSTEM);
    expect(await heard()).toEqual(["checkout_expired"]);
  });

  it("of a complaint: each answer to the other side, the department's to both", async () => {
    const checkout = await placePaid();
    await confirm(checkout.packs);
    await ship(checkout.packs);
    await deliver(checkout.packs);
    await heard();
    const lineItemId = (await loadOrder(reader(), checkout.packs))?.lineItems[0]?.id ?? "";
    const opened = await requestReturn(GUEST, {
      checkoutCode: checkout.code,
      orderCode: checkout.packs,
      reason: "damaged",
      note: "Chè ẩm.",
      lines: [{ lineItemId, packCount: 1 }],
    });
    if (!opened.ok) throw new Error(opened.code);
    const { code } = opened.value;
    expect(await heard()).toEqual(["household_return_requested"]);
    await moveReturn({
      actor: member,
      mover: BY_ALL,
      code,
      to: "declined",
      note: "Hàng tốt.",
    });
    expect(await heard()).toEqual(["return_declined"]);
    const buyer = { by: "buyer", checkoutCode: checkout.code } as const;
    await moveReturn({ actor: GUEST, mover: buyer, code, to: "disputed", note: "" });
    expect(await heard()).toEqual(["household_return_disputed"]);
    const refund = { code, note: "Hàng ẩm thật.", isRestocked: false, lines: null };
    await refundReturn(officer, { by: "department" }, refund);
    await tellAll(mailbox);
    expect(mailbox.kinds()).toEqual(["household_return_refunded", "return_refunded"]);
    expect(mailbox.texts()).toContain(
      `Yêu cầu ${code} được chấp nhận. Tiền 100.001đ sẽ được trả lại. Lý do: Hàng ẩm thật.`,
    );
  });

  it("of a complaint that its buyer takes back: the household", async () => {
    const { code: checkoutCode, jar } = await placePaid();
    for (const move of [confirm, ship, deliver]) await move(jar);
    const lineItemId = (await loadOrder(reader(), jar))?.lineItems[0]?.id ?? "";
    const lines = [{ lineItemId, packCount: 1 }];
    const asked = { checkoutCode, orderCode: jar, reason: "damaged" as const, note: "Vỡ.", lines };
    const opened = await requestReturn(GUEST, asked);
    if (!opened.ok) throw new Error(opened.code);
    await heard();
    const mover = { by: "buyer", checkoutCode } as const;
    const { code } = opened.value;
    await moveReturn({ actor: GUEST, mover, code, to: "closed", note: "" });
    expect(await heard()).toEqual(["household_return_withdrawn"]);
  });

  it("of what the department decided about a product, in the language of the household's member", async () => {
    const userId = await insertTestUser({ householdId, phone: "0912345678", language: "en" });
    const owner: Actor = { kind: "user", userId, role: "household_member" };
    const slug = `san-pham-${honey}`;
    await withdrawProduct(owner, ALL, { slug });
    await submitProduct(owner, ALL, { slug });
    await heard();
    await rejectProduct(officer, ALL, { slug, reason: "Thiếu ảnh" });
    await tellAll(mailbox);
    expect(mailbox.texts()).toEqual([
      "Mật ong bạc hà is not approved yet, please see why and mend it. Reason: Thiếu ảnh",
    ]);
  });

  it("of a sample: nothing", async () => {
    const checkout = await place("cod");
    await inTransaction(async (tx) => {
      await tx.update(checkouts).set({ isSample: true }).where(eq(checkouts.id, checkout.id));
    });
    expect(await heard()).toEqual([]);
    expect(await all()).toEqual([]);
    expect(await reader().select().from(noticeFeed)).toEqual([]);
  });
});

describe("when it is told", () => {
  it("at night only what was just asked for; the rest in the morning", async () => {
    setClock(startOfDate("2026-11-30") + 22 * HOUR_MS);
    await place("cod");
    expect(await heard()).toEqual(["checkout_placed"]);
    setClock(startOfDate("2026-12-01") + 7 * HOUR_MS - 1);
    expect(await heard()).toEqual([]);
    later(1);
    expect(await heard()).toEqual(["household_order_placed", "household_order_placed"]);
  });

  it("in the morning also what was asked for, where it has two days' time", async () => {
    useSettings({ DATA_DIR: settings().DATA_DIR, LOG_LEVEL: "error", PAYMENT_MINUTES: "2880" });
    setClock(startOfDate("2026-11-30") + 23 * HOUR_MS);
    await place("vietqr");
    expect(await heard()).toEqual([]);
    later(8 * HOUR_MS);
    expect(await heard()).toEqual(["checkout_waits"]);
  });

  it("never when it is no longer so, or too late", async () => {
    const checkout = await place("vietqr");
    await receiveBankNotice({
      notice: testNotice({ content: checkout.code, amountVnd: vnd(522_003) }),
      rawBody: "{}",
    });
    expect(await heard()).not.toContain("checkout_waits");
    expect((await one("checkout_waits"))?.status).toBe("lapsed");
    await place("cod");
    later(3 * DAY_MS);
    expect(await heard()).toEqual([]);
  });
});

describe("what is kept", () => {
  it("holds no phone, no name of the buyer and no key, and is emptied after 90 days", async () => {
    const checkout = await place("cod");
    await tellAll(mailbox);
    const kept = JSON.stringify(await all());
    expect(kept).toContain(checkout.code);
    expect(kept).not.toMatch(/098[78]\d{6}|Hồng Nhung|0912345678/);
    await inTransaction((tx) =>
      subscribeBrowser(tx, {
        ownerKind: "checkout",
        ownerId: checkout.id,
        endpoint: "https://fcm.googleapis.com/x",
        p256dh: "p",
        auth: "a",
      }),
    );
    later(91 * DAY_MS);
    expect(await inTransaction(sweepNotices)).toEqual({ isMore: false });
    expect((await all()).map((notice) => notice.facts)).toEqual([null, null, null, null, null]);
    const { notices: listed } = await listNotices({ status: "sent", page: 1 });
    expect(listed[0]).toMatchObject({ facts: null, status: "sent", channel: "sms" });
  });
});

it("a language is a person's own: who has set none reads Vietnamese", async () => {
  await insertTestUser({ householdId, phone: "0900000001", language: "en" });
  await place("cod");
  await tellAll(mailbox);
  expect((await all()).filter((notice) => notice.recipientId === householdId)).toMatchObject([
    { language: "vi" }, // its first member has said nothing, and the phone is nobody's
    { language: "vi" },
  ]);
  expect(await reader().select().from(users)).toHaveLength(2);
});
