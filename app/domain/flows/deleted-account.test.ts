import { expect, it } from "vitest";
import { addresses } from "~db/schema/buyers";
import { contracts } from "~db/schema/contracts";
import { emailAddresses, pushSubscriptions } from "~db/schema/notices";
import { checkouts, lineItems } from "~db/schema/orders";
import { preorders } from "~db/schema/preorders";
import { returnRequests } from "~db/schema/returns";
import { posts } from "~db/schema/reviews";
import { GUEST } from "~/domain/audit/actor";
import { isBuyerGone } from "~/domain/identity/queries-gone.server";
import { ALL_ROWS } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import { acceptContract } from "./accept-contract.server";
import { newId, newToken } from "~/platform/ids";
import { addSignature } from "./add-signature.server";
import { changeEmail } from "./change-email.server";
import { deleteAccount } from "./delete-account.server";
import { keepReceiver } from "./keep-receiver.server";
import { moveContract } from "./move-contract.server";
import { placePreorder } from "./place-preorder.server";
import { recordProof } from "./record-proof.server";
import { requestPrice } from "./request-price.server";
import { requestReturn } from "./request-return.server";
import { subscribeBrowser } from "./subscribe-browser.server";
import { buy, buyAndReceive, openOwn, PERSON, PHONE, proofOf } from "./test-account";
import { hashOf, offerAsRead, testOffer, testPriceRequest } from "./test-contracts";
import { honey, householdId, member, scope, setUpOrders } from "./test-orders";
import { openList } from "./test-preorders";
import { TEST_SHOP } from "./test-shop";
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
  const proof = { orderCode: order, proofId: newId("prf"), receivedBy: "Em gái", photo: null };
  expect(await recordProof(member, scope, proof)).toEqual(GONE);
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

it("what is ordered in the moment of the deletion is a guest's", async () => {
  const { userId, actor } = await openOwn();
  expect((await deleteAccount(actor, proofOf(userId))).ok).toBe(true);

  // The doors had let them in just before.
  await buy(actor);
  expect(await reader().select().from(checkouts)).toMatchObject([{ buyerId: null }]);
  const asks = [{ productId: honey, packCount: 8 }];
  expect((await requestPrice(actor, testPriceRequest({ householdId, asks }))).ok).toBe(true);
  expect(await reader().select().from(contracts)).toMatchObject([{ buyerId: null }]);
  expect((await openList(honey)).ok).toBe(true);
  const wish = {
    productId: honey,
    submissionKey: newToken(),
    buyerName: PERSON.fullName,
    buyerPhone: PHONE,
    communeCode: TEST_SHOP.elsewhereCommuneCode,
    addressLine: PERSON.addressLine,
    packCount: 1,
    language: "vi",
  } as const;
  expect((await placePreorder(actor, wish)).ok).toBe(true);
  expect(await reader().select().from(preorders)).toMatchObject([{ buyerId: null }]);

  const place = { name: "Xã Lũng Cú", provinceName: "Tỉnh Tuyên Quang", provinceCode: "08" };
  const receiver = { buyerName: "A", buyerPhone: "0", communeCode: "1", addressLine: "B" };
  await keepReceiver(userId, receiver, place);
  expect(await reader().$count(addresses)).toBe(0);
  const set = await changeEmail(actor, { kind: "set", email: "toi@example.vn" });
  expect(set).toEqual({ ok: false, code: "account_deleted" });
  expect(await reader().$count(emailAddresses)).toBe(0);
});
