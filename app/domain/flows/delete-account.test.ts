import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { shipments } from "~db/schema/fulfilment";
import { emailAddresses, pushSubscriptions } from "~db/schema/notices";
import { checkouts, orders } from "~db/schema/orders";
import { postEvents, posts } from "~db/schema/reviews";
import { transfers } from "~db/schema/settlement";
import { SYSTEM, type UserActor } from "~/domain/audit/actor";
import { addWish } from "~/domain/buyers/add-wish.server";
import { exportPerson } from "~/domain/buyers/queries-export.server";
import { discardForgottenPhoto } from "~/domain/fulfilment/discard-proof-photo.server";
import { readSession } from "~/domain/identity/sessions.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { cookieFor } from "~/domain/identity/test-session";
import { findOrderByPhone } from "~/domain/payments/queries-buyer.server";
import { readVoices } from "~/domain/reviews/queries.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { runOutbox } from "~/platform/outbox.server";
import { sentWhole } from "~/platform/parts.server";
import { MINUTE_MS } from "~/platform/period";
import { askQuestion } from "./ask-question.server";
import { decidePost } from "./decide-post.server";
import { deleteAccount } from "./delete-account.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { openAccount } from "./open-account.server";
import { recordProof } from "./record-proof.server";
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
import { readAggregates } from "./test-aggregates";
import { honey, member, scope, setUpOrders, tea } from "./test-orders";
import { insertTestUser, TEST_SHOP } from "./test-shop";
import { writeReview } from "./write-review.server";
import { exportedLine, keepAddress } from "./test-account";
import { everything } from "./test-account";

setUpOrders();

const proofsFolder = () => join(settings().DATA_DIR, "private", "proofs");

describe("deleteAccount", () => {
  it("leaves nothing of the person anywhere, and money, figures and stock as they were", async () => {
    const { userId, actor } = await openOwn();
    const officerId = await insertTestUser({ role: "department_officer" });
    const officer: UserActor = { kind: "user", userId: officerId, role: "department_officer" };
    await keepAddress(userId);
    await inTransaction((tx) => addWish(tx, { userId, productId: tea }));
    const bought = await buyAndReceive(actor);
    const receivedBy = "Em của chị Xuyến";
    const photo = await sharp({
      create: { width: 400, height: 300, channels: 3, background: "#2a5" },
    })
      .jpeg()
      .toBuffer();
    const proof = {
      orderCode: bought.order,
      proofId: newId("prf"),
      receivedBy,
      photo: sentWhole(photo),
    };
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
      figures: await readAggregates(),
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
    expect(await readAggregates()).toEqual(before.figures);
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
    expect(act).toMatchObject({
      actorKind: "guest",
      actorId: null,
      before: null,
      after: { by: "buyer" },
    });
    expect(act?.subjectId).not.toBe(userId);
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
