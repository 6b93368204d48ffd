import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { contractConfirmations, contractVersions } from "~db/schema/contracts";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { monthlySales } from "~db/schema/statistics";
import { GUEST } from "~/domain/audit/actor";
import { findContractByPhone } from "~/domain/contracts/queries-buyer.server";
import { findContract, findContractFiles } from "~/domain/contracts/queries.server";
import { listHouseholdContracts } from "~/domain/contracts/queries-lists.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { DAY_MS, startOfDate } from "~/platform/period";
import { acceptContract } from "./accept-contract.server";
import { addSignature } from "./add-signature.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { moveContract } from "./move-contract.server";
import { moveOverdue } from "./move-overdue.server";
import { orderFromContract } from "./order-from-contract.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { requestPrice } from "./request-price.server";
import { ask, conclude, hashOf, offerAsRead, testOffer, testPriceRequest } from "./test-contracts";
import {
  ALL,
  confirm,
  deliver,
  honey,
  householdId,
  lotOf,
  member,
  OK,
  otherId,
  scope,
  setUpOrders,
  ship,
  tea,
} from "./test-orders";
import { insertTestProduct, testNotice } from "./test-shop";

const BUYER = { by: "buyer" } as const;
const own = () => ({ actor: member, scope });
const view = async (code: string) => {
  const found = await findContract(code, ALL);
  if (!found) throw new Error(`no contract ${code}`);
  return found;
};
const deliverFrom = (code: string, packCount: number, submissionKey = newToken()) =>
  orderFromContract(member, scope, {
    code,
    submissionKey,
    packs: [{ productId: honey, packCount }],
  });

async function pay(checkoutCode: string, amountVnd: number) {
  const notice = testNotice({ content: checkoutCode, amountVnd: vnd(amountVnd) });
  await receiveBankNotice({ notice, rawBody: "{}" });
}

describe("asking for a price", () => {
  setUpOrders();

  it("opens one contract, however often the form is sent", async () => {
    const asks = [{ productId: honey, packCount: 8 }];
    const request = testPriceRequest({ householdId, asks });
    const first = await requestPrice(GUEST, request);
    const second = await requestPrice(GUEST, { ...request, buyerName: "Người khác" });
    expect(second).toEqual(first);
    const code = first.ok ? first.value.code : "";
    expect(code).toMatch(/^HD-[2-9A-Z]{7}$/);
    const contract = await view(code);
    expect(contract).toMatchObject({
      status: "requested",
      clockAt: now() + 7 * DAY_MS,
      version: null,
      asks: [{ productId: honey, packCount: 8, shopPriceVnd: 185_000, isOnSale: true }],
    });
  });

  it("refuses another household's goods, what is not on sale, and a household's own phone", async () => {
    const refused = async (change: Partial<ReturnType<typeof testPriceRequest>>) => {
      const asks = [{ productId: honey, packCount: 8 }];
      const answer = await requestPrice(GUEST, testPriceRequest({ householdId, asks, ...change }));
      return answer.ok ? "ok" : answer.code;
    };
    expect(await refused({ householdId: otherId })).toBe("product_unavailable");
    const draft = await insertTestProduct({ householdId, status: "draft" });
    expect(await refused({ asks: [{ productId: draft, packCount: 1 }] })).toBe(
      "product_unavailable",
    );
    expect(await refused({ buyerPhone: "0912345678" })).toBe("sellers_phone");
    expect(await refused({ submissionKey: "1" })).toBe("submission_key_invalid");
    const asks = [{ productId: honey, packCount: 8 }];
    expect(await requestPrice(member, testPriceRequest({ householdId, asks }))).toMatchObject({
      code: "own_product",
    });
  });

  it("is found again by its number and phone, and by nothing else", async () => {
    const code = await ask(householdId, honey);
    const typed = code.toLowerCase().replace("-", " ");
    expect(await findContractByPhone(typed, "0987 654 321")).toMatchObject({ code });
    expect(await findContractByPhone(code, "0900000001")).toBeNull();
    expect(await findContractByPhone("HD-2222222", "0987654321")).toBeNull();
  });

  it("lapses when the household says nothing for a week", async () => {
    const code = await ask(householdId, honey);
    setClock(now() + 7 * DAY_MS - 1);
    await moveOverdue();
    expect((await view(code)).status).toBe("requested");
    setClock(now() + 1);
    await moveOverdue();
    expect((await view(code)).status).toBe("lapsed");
    expect(await offerAsRead(member, scope, testOffer({ code, productId: honey }))).toMatchObject({
      code: "move_not_allowed",
    });
  });
});

describe("an offer", () => {
  setUpOrders();

  it("is a fixed text, its hash, and the household's yes to it", async () => {
    const code = await ask(householdId, honey);
    const offer = testOffer({ code, productId: honey, extraTerms: "Đóng thùng 4 chai." });
    expect(await offerAsRead(member, scope, offer)).toEqual(OK);
    expect(await offerAsRead(member, scope, offer)).toEqual(OK); // sent twice
    const contract = await view(code);
    expect(contract.status).toBe("offered");
    expect(contract.clockAt).toBe(startOfDate("2026-12-08"));
    const { version } = contract;
    expect(version).toMatchObject({ number: 1, itemsVnd: 1_200_000, isIntact: true });
    expect(version?.confirmations).toEqual([
      {
        party: "household",
        signerName: "Vàng Thị Mai",
        channel: "signed_in",
        confirmedAt: now(),
      },
    ]);
    const hash = createHash("sha256")
      .update(version?.text ?? "")
      .digest("hex");
    expect(version?.textHash).toBe(hash);
    for (const words of [
      `Số: ${code}, bản 1, lập ngày 30/11/2026`,
      "Mật ong bạc hà (chai 500 ml): 8 x 150.000",
      "Trường Tiểu học Lũng Cú",
      "Người đại diện: Trần Thị Mẫu, chức vụ: Hiệu trưởng",
      "Địa chỉ nhận hàng: 12 Ấp Bắc, Phường Mỹ Tho, Tỉnh Đồng Tháp",
      "chậm nhất là hết ngày 30/12/2026",
      "trong 3 ngày",
      "Đóng thùng 4 chai.",
    ]) {
      expect(version?.text).toContain(words);
    }
  });

  it("is of what was asked for, by the household that was asked", async () => {
    const code = await ask(householdId, honey);
    const stranger = { kind: "households", householdIds: [otherId] } as const;
    const mine = testOffer({ code, productId: honey });
    expect(await offerAsRead(member, stranger, mine)).toMatchObject({
      code: "contract_not_found",
    });
    expect(await offerAsRead(member, scope, testOffer({ code, productId: tea }))).toMatchObject({
      code: "product_unavailable",
    });
    expect(await offerAsRead(member, scope, { ...mine, lines: [] })).toMatchObject({
      code: "contract_empty",
    });
    const dear = [{ productId: honey, quantity: 100_000, unitPriceVnd: vnd(1_000_000) }];
    expect(await offerAsRead(member, scope, { ...mine, lines: dear })).toMatchObject({
      code: "contract_too_large",
    });
    expect(await reader().select().from(contractVersions)).toEqual([]);
  });

  it("of alcohol is paid by transfer", async () => {
    const wine = await insertTestProduct({ householdId, ocopSet: 14, name: "Rượu ngô" });
    const code = await ask(householdId, wine);
    const cash = testOffer({ code, productId: wine, method: "cod" });
    expect(await offerAsRead(member, scope, cash)).toMatchObject({
      code: "alcohol_needs_cashless",
    });
    expect(await offerAsRead(member, scope, { ...cash, method: "vietqr" })).toEqual(OK);
    expect((await view(code)).version?.text).toContain("đủ 18 tuổi");
  });

  it("that has changed is not accepted by who read the one before", async () => {
    const code = await ask(householdId, honey);
    await offerAsRead(member, scope, testOffer({ code, productId: honey }));
    const read = await hashOf(code);
    await offerAsRead(member, scope, testOffer({ code, productId: honey, shippingVnd: vnd(0) }));
    const yes = { code, textHash: read, signerName: "Trần Thị Mẫu" };
    expect(await acceptContract(GUEST, yes)).toMatchObject({ code: "contract_changed" });
    expect((await view(code)).version?.number).toBe(2);
    expect(await acceptContract(GUEST, { ...yes, textHash: await hashOf(code) })).toEqual(OK);
  });

  it("is asked to be changed, taken back, given up, and lapses at the end of its last day", async () => {
    const offered = async () => {
      const code = await ask(householdId, honey);
      await offerAsRead(member, scope, testOffer({ code, productId: honey }));
      return code;
    };
    const changed = await offered();
    const wish = { actor: GUEST, mover: BUYER, code: changed, note: "Giảm giá 5.000." } as const;
    expect(await moveContract({ ...wish, to: "requested" })).toEqual(OK);
    expect((await view(changed)).events.map(({ toStatus, note }) => [toStatus, note])).toEqual([
      ["requested", ""],
      ["offered", ""],
      ["requested", "Giảm giá 5.000."],
    ]);
    const [taken, given, late] = [await offered(), await offered(), await offered()];
    const household = { by: "household", scope } as const;
    const no = { actor: member, mover: household, code: taken, to: "declined" } as const;
    expect(await moveContract({ ...no, note: "Hết mật." })).toEqual(OK);
    expect(
      await moveContract({ actor: GUEST, mover: BUYER, code: given, to: "withdrawn", note: "" }),
    ).toEqual(OK);
    setClock(startOfDate("2026-12-08") - 1);
    await moveOverdue();
    expect((await view(late)).status).toBe("offered");
    setClock(startOfDate("2026-12-08"));
    const yes = { code: late, textHash: await hashOf(late), signerName: "Trần Thị Mẫu" };
    expect(await acceptContract(GUEST, yes)).toMatchObject({ code: "offer_lapsed" });
    await moveOverdue();
    expect((await view(late)).status).toBe("lapsed");
  });
});

describe("a concluded contract", () => {
  setUpOrders();

  it("carries both yeses, with time and channel, and no row of it changes", async () => {
    const code = await conclude(own(), { householdId, productId: honey });
    const { version, status, clockAt } = await view(code);
    expect([status, clockAt]).toEqual(["concluded", startOfDate("2027-01-30")]);
    expect(version?.confirmations.map(({ party, channel }) => [party, channel])).toEqual([
      ["household", "signed_in"],
      ["buyer", "secret_link"],
    ]);
    const again = { code, textHash: version?.textHash ?? "", signerName: "Trần Thị Mẫu" };
    expect(await acceptContract(GUEST, again)).toEqual(OK); // sent twice
    expect(await reader().select().from(contractConfirmations)).toHaveLength(2);
    const tamper = inTransaction((tx) => tx.update(contractVersions).set({ text: "khác" }));
    await expect(tamper).rejects.toThrow(/append-only|Failed/);
    const files = await findContractFiles(code, ALL);
    expect(files?.text).toBe(version?.text);
    const stranger = { kind: "households", householdIds: [otherId] } as const;
    expect(await findContract(code, stranger)).toBeNull();
    expect(await findContractFiles(code, stranger)).toBeNull();
    expect(
      await listHouseholdContracts(stranger, { householdId, tab: "waiting", page: 1 }),
    ).toBeNull();
  });

  it("is delivered in parts at the agreed price, on a line of its own, until it is fulfilled", async () => {
    const code = await conclude(own(), { householdId, productId: honey });
    await inTransaction((tx) =>
      tx
        .update(products)
        .set({ priceVnd: vnd(999_000) })
        .where(eq(products.id, honey)),
    );
    const key = newToken();
    const placed = await deliverFrom(code, 5, key);
    expect(await deliverFrom(code, 5, key)).toEqual(placed); // sent twice
    const checkoutCode = placed.ok ? placed.value.checkoutCode : "";
    const [checkout] = await reader().select().from(checkouts);
    expect(checkout).toMatchObject({
      channel: "wholesale",
      status: "awaiting_payment",
      totalVnd: 5 * 150_000 + 50_000,
      payBy: now() + 3 * DAY_MS,
      buyerName: "Trường Tiểu học Lũng Cú",
    });
    expect((await lotOf(honey))?.reservedCount).toBe(5);
    expect(await deliverFrom(code, 4)).toMatchObject({
      code: "contract_packs_exceeded",
      detail: { productName: "Mật ong bạc hà", leftCount: 3 },
    });
    await pay(checkoutCode, 800_000);
    const orderCode = `${checkoutCode}-1`;
    for (const step of [confirm, ship, deliver]) expect(await step(orderCode)).toEqual(OK);
    expect((await view(code)).status).toBe("concluded");

    const rest = await deliverFrom(code, 3);
    const restCode = rest.ok ? rest.value.checkoutCode : "";
    await pay(restCode, 500_000);
    for (const step of [confirm, ship, deliver]) expect(await step(`${restCode}-1`)).toEqual(OK);
    const contract = await view(code);
    expect(contract.status).toBe("fulfilled");
    expect(contract.progress).toEqual([{ productId: honey, orderedCount: 8, deliveredCount: 8 }]);
    const sold = await reader().select().from(monthlySales);
    expect(sold.map(({ channel, itemsVnd }) => [channel, itemsVnd])).toEqual([
      ["wholesale", 1_200_000],
    ]);
    // 5 % commission, and the shipping is the household's.
    expect(await balanceOf({ kind: "household", ownerId: householdId })).toBe(1_300_000 - 60_000);
    expect(await deliverFrom(code, 1)).toMatchObject({ code: "move_not_allowed" });
  });

  it("never sells more than there is, and what is not paid comes back", async () => {
    const code = await conclude(own(), {
      householdId,
      productId: honey,
      lines: [{ productId: honey, quantity: 50, unitPriceVnd: vnd(150_000) }],
    });
    expect(await deliverFrom(code, 11)).toMatchObject({
      code: "not_enough_stock",
      detail: { productName: "Mật ong bạc hà", availableCount: 10 },
    });
    expect(await deliverFrom(code, 0)).toMatchObject({ code: "contract_delivery_empty" });
    expect(await reader().select().from(lineItems)).toEqual([]);
    expect((await deliverFrom(code, 10)).ok).toBe(true);
    setClock(now() + 3 * DAY_MS);
    await expireCheckouts(GUEST);
    const [order] = await reader().select().from(orders);
    expect(order?.status).toBe("expired");
    expect((await lotOf(honey))?.reservedCount).toBe(0);
    const { progress } = await view(code);
    expect(progress).toEqual([]);
    expect((await deliverFrom(code, 10)).ok).toBe(true);
  });

  it("is not delivered from another household's desk, nor once it is ended", async () => {
    const code = await conclude(own(), { householdId, productId: honey });
    const stranger = { kind: "households", householdIds: [otherId] } as const;
    const delivery = {
      code,
      submissionKey: newToken(),
      packs: [{ productId: honey, packCount: 1 }],
    };
    expect(await orderFromContract(member, stranger, delivery)).toMatchObject({
      code: "contract_not_found",
    });
    const end = {
      actor: GUEST,
      mover: BUYER,
      code,
      to: "ended",
      note: "Trường đóng cửa.",
    } as const;
    expect(await moveContract(end)).toEqual(OK);
    expect(await orderFromContract(member, scope, delivery)).toMatchObject({
      code: "move_not_allowed",
    });
  });

  it("takes one detached signature a side, and nothing else", async () => {
    const code = await conclude(own(), { householdId, productId: honey });
    const head = [0x30, 0x82, 0x01, 0x00, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01];
    const cms = Uint8Array.from([...head, 0x07, 0x02, 1, 2, 3]);
    const buyer = { party: "buyer", scope: ALL } as const;
    const picture = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
    expect(await addSignature(GUEST, buyer, { code, bytes: picture })).toMatchObject({
      code: "signature_invalid",
    });
    expect(await addSignature(GUEST, buyer, { code, bytes: cms })).toEqual(OK);
    expect(await addSignature(GUEST, buyer, { code, bytes: cms })).toEqual(OK); // sent twice
    const other = Uint8Array.from([...cms, 4]);
    expect(await addSignature(GUEST, buyer, { code, bytes: other })).toMatchObject({
      code: "signature_exists",
    });
    const files = await findContractFiles(code, ALL);
    const kept = Buffer.from(files?.signatures[0]?.cms ?? "", "base64");
    expect(Uint8Array.from(kept)).toEqual(cms);
    const open = await ask(householdId, honey);
    expect(await addSignature(GUEST, buyer, { code: open, bytes: cms })).toMatchObject({
      code: "contract_not_found",
    });
  });
});
