import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { checkouts } from "~db/schema/orders";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import { findContractByPhone } from "~/domain/contracts/queries-buyer.server";
import { findContract } from "~/domain/contracts/queries.server";
import { powerOfKey } from "~/domain/identity/link-key.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { acceptContract } from "./accept-contract.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { moveContract } from "./move-contract.server";
import { offerContract } from "./offer-contract.server";
import { orderFromContract } from "./order-from-contract.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { ask, conclude, hashOf, offerAsRead, testOffer } from "./test-contracts";
import { ALL, honey, householdId, member, OK, scope, setUpOrders } from "./test-orders";
import { insertTestUser, testNotice } from "./test-shop";

/** What a buyer or a seller might try, each found by a review. */

const own = () => ({ actor: member, scope });
const view = async (code: string) => {
  const found = await findContract(code, ALL);
  if (!found) throw new Error(`no contract ${code}`);
  return found;
};
const deliverFrom = (code: string, packCount: number) =>
  orderFromContract(member, scope, {
    code,
    submissionKey: newToken(),
    packs: [{ productId: honey, packCount }],
  });
const offered = async () => {
  const code = await ask(householdId, honey);
  await offerAsRead(member, scope, testOffer({ code, productId: honey }));
  return code;
};
const pay = (checkoutCode: string, amountVnd: number) =>
  receiveBankNotice({
    notice: testNotice({ content: checkoutCode, amountVnd: vnd(amountVnd) }),
    rawBody: "{}",
  });

describe("a seller", () => {
  setUpOrders();

  it("finds by number and phone a link that only shows, and cannot say yes for its buyer", async () => {
    const code = await offered();
    const { buyerPhone } = await view(code);
    const found = await findContractByPhone(code, buyerPhone);
    expect(found && powerOfKey("contract", found)).toBe("read");
    const yes = { code, textHash: await hashOf(code), signerName: "Vàng Thị Mai" };
    expect(await acceptContract(member, yes)).toMatchObject({ code: "own_product" });
  });

  it("offers only what it has read, and the form of another contract offers nothing", async () => {
    const [code, other] = [await ask(householdId, honey), await ask(householdId, honey)];
    const unread = { ...testOffer({ code, productId: honey }), textHash: "0".repeat(64) };
    expect(await offerContract(member, scope, unread)).toMatchObject({ code: "contract_changed" });
    const terms = testOffer({ code, productId: honey });
    expect(await offerAsRead(member, scope, terms)).toEqual(OK);
    const foreign = testOffer({ code: other, productId: honey, versionId: terms.versionId });
    expect(await offerAsRead(member, scope, foreign)).toMatchObject({ code: "contract_not_found" });
    expect((await view(other)).status).toBe("requested");
  });

  it("charges shipping no more often than was agreed, and delivers nothing after the last day", async () => {
    const few = { householdId, productId: honey, method: "cod", deliveriesMax: 2 } as const;
    const code = await conclude(own(), few);
    for (const packs of [1, 1]) expect((await deliverFrom(code, packs)).ok).toBe(true);
    expect(await deliverFrom(code, 1)).toMatchObject({ code: "contract_deliveries_exceeded" });
    const late = await conclude(own(), few);
    setClock(now() + 90 * DAY_MS);
    expect(await deliverFrom(late, 1)).toMatchObject({ code: "contract_time_over" });
  });

  it("delivers the pack that was agreed, or none", async () => {
    const code = await conclude(own(), { householdId, productId: honey });
    await inTransaction((tx) =>
      tx.update(products).set({ packLabel: "chai 100 ml" }).where(eq(products.id, honey)),
    );
    expect(await deliverFrom(code, 1)).toMatchObject({ code: "contract_pack_changed" });
  });

  it("concludes nothing while it is suspended", async () => {
    const code = await offered();
    await inTransaction((tx) =>
      tx.update(households).set({ status: "suspended" }).where(eq(households.id, householdId)),
    );
    const yes = { code, textHash: await hashOf(code), signerName: "Trần Thị Mẫu" };
    expect(await acceptContract(GUEST, yes)).toMatchObject({ code: "product_unavailable" });
  });
});

describe("a buyer", () => {
  setUpOrders();

  it("who only holds the link is not written down as signed in, whoever else is", async () => {
    const code = await offered();
    const userId = await insertTestUser();
    const stranger = { kind: "user", userId, role: "buyer" } as const;
    const yes = { code, textHash: await hashOf(code), signerName: "Ai đó" };
    expect(await acceptContract(stranger, yes)).toEqual(OK);
    const { version } = await view(code);
    expect(version?.confirmations.map(({ channel }) => channel)).toEqual([
      "signed_in",
      "secret_link",
    ]);
  });

  it("who sends an old wish again does not throw the new offer away", async () => {
    const code = await offered();
    const by = { actor: GUEST, mover: { by: "buyer" }, code, to: "requested" } as const;
    const wish = { ...by, note: "Bớt.", textHash: await hashOf(code) };
    expect(await moveContract(wish)).toEqual(OK);
    await offerAsRead(member, scope, testOffer({ code, productId: honey }));
    expect(await moveContract(wish)).toMatchObject({ code: "contract_changed" });
    expect((await view(code)).status).toBe("offered");
  });

  it("whose transfer comes too late revives no more than was agreed", async () => {
    const lines = [{ productId: honey, quantity: 5, unitPriceVnd: vnd(150_000) }];
    const code = await conclude(own(), { householdId, productId: honey, lines });
    const first = await deliverFrom(code, 5);
    setClock(now() + 3 * DAY_MS);
    await expireCheckouts(SYSTEM);
    const second = await deliverFrom(code, 5);
    for (const placed of [first, second]) {
      await pay(placed.ok ? placed.value.checkoutCode : "", 800_000);
    }
    expect((await view(code)).progress).toEqual([
      { productId: honey, orderedCount: 5, deliveredCount: 0 },
    ]);
  });

  it("whose transfer comes after the end of the contract has it back", async () => {
    const code = await conclude(own(), { householdId, productId: honey });
    const first = await deliverFrom(code, 5);
    setClock(now() + 3 * DAY_MS);
    await expireCheckouts(SYSTEM);
    const end = { actor: GUEST, mover: { by: "buyer" }, code, to: "ended", note: "Thôi." } as const;
    expect(await moveContract(end)).toEqual(OK);
    await pay(first.ok ? first.value.checkoutCode : "", 800_000);
    const [checkout] = await reader().select().from(checkouts);
    expect(checkout?.status).toBe("expired");
  });
});

describe("time", () => {
  setUpOrders();

  it("ends a contract a month after its last day", async () => {
    const code = await conclude(own(), { householdId, productId: honey });
    const { clockAt } = await view(code);
    const lapse = { actor: SYSTEM, mover: { by: "clock" }, code, to: "ended", note: "" } as const;
    setClock((clockAt ?? 0) - 1);
    expect(await moveContract(lapse)).toMatchObject({ code: "move_not_allowed" });
    setClock(clockAt ?? 0);
    expect(await moveContract(lapse)).toEqual(OK);
  });
});
