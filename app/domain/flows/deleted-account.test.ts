import { expect, it } from "vitest";
import { pushSubscriptions } from "~db/schema/notices";
import { checkouts, lineItems } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import { posts } from "~db/schema/reviews";
import { GUEST } from "~/domain/audit/actor";
import { isBuyerGone } from "~/domain/buyers/queries-gone.server";
import { ALL_ROWS } from "~/domain/identity/scope";
import { inTransaction, reader } from "~/platform/db.server";
import { acceptContract } from "./accept-contract.server";
import { addSignature } from "./add-signature.server";
import { deleteAccount } from "./delete-account.server";
import { moveContract } from "./move-contract.server";
import { requestPrice } from "./request-price.server";
import { requestReturn } from "./request-return.server";
import { subscribeBrowser } from "./subscribe-browser.server";
import { buyAndReceive, openOwn, proofOf } from "./test-account";
import { hashOf, offerAsRead, testOffer, testPriceRequest } from "./test-contracts";
import { honey, householdId, member, scope, setUpOrders } from "./test-orders";
import { writeReview } from "./write-review.server";

setUpOrders();

const GONE = { ok: false, code: "buyer_gone" };

it("nobody gets money, says a word or is told in the name of who is gone, with the old link either", async () => {
  const { userId, actor } = await openOwn();
  const { code, order } = await buyAndReceive(actor);
  const lineItemId = (await reader().select().from(lineItems))[0]?.id ?? "";
  const ask = () =>
    requestReturn(GUEST, {
      checkoutCode: code,
      orderCode: order,
      reason: "damaged",
      note: "Vỡ",
      lines: [{ lineItemId, packCount: 1 }],
    });
  expect(await isBuyerGone(reader(), { thing: "order", code })).toBe(false);
  expect((await deleteAccount(actor, proofOf(userId))).ok).toBe(true);
  expect(await isBuyerGone(reader(), { thing: "order", code })).toBe(true);

  expect(await ask()).toEqual(GONE);
  expect(await reader().$count(returnRequests)).toBe(0);
  const review = {
    checkoutCode: code,
    lineItemId,
    stars: 5,
    text: "Ngon",
    isNameShown: true,
    pageLanguage: "vi",
  } as const;
  expect(await writeReview(GUEST, review)).toEqual(GONE);
  expect(await reader().$count(posts)).toBe(0);
  const ownerId = (await reader().select().from(checkouts))[0]?.id ?? "";
  const keys = { endpoint: "https://push.example/late", p256dh: "-", auth: "-" };
  expect(await subscribeBrowser({ ownerKind: "checkout", ownerId, ...keys })).toEqual(GONE);
  expect(await reader().$count(pushSubscriptions)).toBe(0);
});

it("nobody signs a contract that has ended for a buyer who is gone", async () => {
  const { userId, actor } = await openOwn();
  const asks = [{ productId: honey, packCount: 8 }];
  const asked = await requestPrice(actor, testPriceRequest({ householdId, asks }));
  if (!asked.ok) throw new Error(asked.code);
  const { code } = asked.value;
  await offerAsRead(member, scope, testOffer({ code, productId: honey }));
  const yes = { code, textHash: await hashOf(code), signerName: "Trần Thị Mẫu" };
  expect((await acceptContract(actor, yes)).ok).toBe(true);
  const end = { mover: { by: "household", scope }, code, to: "ended", note: "Hết mùa" } as const;
  expect((await moveContract({ actor: member, ...end })).ok).toBe(true);
  expect(await isBuyerGone(reader(), { thing: "contract", code })).toBe(false);
  expect((await deleteAccount(actor, proofOf(userId))).ok).toBe(true);
  expect(await isBuyerGone(reader(), { thing: "contract", code })).toBe(true);

  const cms = Buffer.from("3082010006092a864886f70d010702010203", "hex");
  const sign = (party: "buyer" | "household") =>
    addSignature(GUEST, { party, scope: ALL_ROWS }, { code, bytes: cms });
  expect(await sign("buyer")).toEqual(GONE);
  expect((await sign("household")).ok).toBe(true);
});
