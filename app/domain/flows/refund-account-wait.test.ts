import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkouts } from "~db/schema/orders";
import { GUEST, type Actor, type UserActor } from "~/domain/audit/actor";
import { findBuyerRefund } from "~/domain/settlement/queries-refund.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { succeed } from "~/platform/result";
import { approveDisbursement } from "./approve-disbursement.server";
import { enterRefundAccount } from "./enter-refund-account.server";
import { lookAtPayee } from "./look-at-payee.server";
import { prepareRefund } from "./prepare-refund.server";
import { insertTestOfficers } from "./test-officers";
import { insertTestUser } from "./test-shop";
import { DUE, pay, place, setUpTransfers } from "./test-transfers";
import { withdrawDisbursement } from "./withdraw-disbursement.server";

setUpTransfers();

const OWN = { bankBin: "970405", accountNumber: "2200000067890", accountName: "NGUOI MUA" };
const OTHER = { bankBin: "970405", accountNumber: "9900000099999", accountName: "KE KHAC" };

let one: UserActor;
let two: UserActor;
let buyer: UserActor;
let ownerId: string;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
  const checkout = await place();
  await pay(checkout.code, DUE + 50_000);
  ownerId = checkout.id;
  const userId = await insertTestUser({ role: "buyer" });
  buyer = { kind: "user", userId, role: "buyer" };
});
afterEach(() => setClock());

/** The order was bought with an account. */
async function ownIt() {
  await inTransaction(async (tx) => {
    await tx.update(checkouts).set({ buyerId: buyer.userId }).where(eq(checkouts.id, ownerId));
    return succeed(null);
  });
}
const name = (account: typeof OWN, by: Actor = GUEST) =>
  enterRefundAccount(by, { ownerId, account });
const prepare = () => prepareRefund(one, { ownerId, amountVnd: vnd(50_000) });
async function approve() {
  const prepared = await prepare();
  if (!prepared.ok) throw new Error(prepared.code);
  return approveDisbursement(two, prepared.value);
}
const waits = { code: "payee_waiting" };

describe("an account that a link names after another", () => {
  it("takes no money for a day; the first one need not wait, nor the same again", async () => {
    await name(OWN);
    await name(OWN);
    expect((await findBuyerRefund(ownerId))?.payee).toMatchObject({ waitsUntil: null });
    await name(OTHER);
    const waitsUntil = now() + DAY_MS;
    expect((await findBuyerRefund(ownerId))?.payee?.waitsUntil).toBeLessThanOrEqual(waitsUntil);
    expect(await prepare()).toMatchObject(waits);
    setClock(waitsUntil - 1_000);
    expect(await prepare()).toMatchObject(waits);
    setClock(waitsUntil);
    expect(await approve()).toMatchObject({ ok: true });
  });

  it("is not approved either, and what was approved before is not shown to be sent", async () => {
    await name(OWN);
    const first = await prepare();
    if (!first.ok) throw new Error(first.code);
    await name(OTHER);
    await name(OWN);
    expect(await approveDisbursement(two, first.value)).toMatchObject(waits);
    setClock(now() + DAY_MS);
    expect(await approveDisbursement(two, first.value)).toMatchObject({ ok: true });
    await name(OTHER);
    expect(await lookAtPayee(two, first.value)).toMatchObject({ code: "payee_changed" });
    await withdrawDisbursement(one, { ...first.value, note: "Hỏi lại khách" });
    expect(await prepare()).toMatchObject(waits);
  });

  it("is put right by an officer who asked the buyer: no link changes that again", async () => {
    await name(OWN);
    for (let i = 0; i < 4; i += 1) {
      await name({ ...OTHER, accountNumber: `990000009999${i}` });
    }
    expect(await name(OWN)).toMatchObject({ code: "payee_changed_often" });
    expect(await name(OWN, one)).toMatchObject({ ok: true });
    expect(await name(OTHER)).toMatchObject({ code: "payee_chosen" });
    expect(await approve()).toMatchObject({ ok: true });
  });

  it("is put right by the buyer who is signed in, also after five namings", async () => {
    await ownIt();
    for (let i = 0; i < 5; i += 1) {
      await name({ ...OTHER, accountNumber: `990000009999${i}` });
    }
    const stranger = await insertTestUser({ role: "buyer" });
    const asStranger: UserActor = { kind: "user", userId: stranger, role: "buyer" };
    expect(await name(OWN, asStranger)).toMatchObject({ code: "payee_changed_often" });
    expect(await name(OWN, buyer)).toMatchObject({ ok: true });
    expect(await name(OTHER, asStranger)).toMatchObject({ code: "payee_chosen" });
    expect(await approve()).toMatchObject({ ok: true });
  });

  it("may be said to be right by the buyer who is signed in: then it waits no longer", async () => {
    await ownIt();
    await name(OTHER);
    await name(OWN);
    expect(await prepare()).toMatchObject(waits);
    expect(await name(OWN, buyer)).toMatchObject({ ok: true });
    expect(await approve()).toMatchObject({ ok: true });
  });
});
