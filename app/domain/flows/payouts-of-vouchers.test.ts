import { beforeEach, expect, it } from "vitest";
import { openReader, readerOrmOf } from "~db/connect";
import type { UserActor } from "~/domain/audit/actor";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import { findPayoutStop } from "~/domain/settlement/queries-payout-records.server";
import { loadCandidates } from "~/domain/settlement/queries-payouts.server";
import { rawReader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { allocateLine } from "./allocate-line.server";
import { insertTestOfficers } from "./test-officers";
import {
  bringMyself,
  cancel,
  confirm,
  deliver,
  householdId,
  otherId,
  setUpOrders,
  ship,
} from "./test-orders";
import {
  approved,
  candidate,
  complain,
  delivered,
  EARNED,
  enter,
  giveBack,
  later,
  leave,
} from "./test-payouts";
import { insertTestProgramme, owedBy, payIn, placeWithCode } from "./test-vouchers";

/** No household is paid of a code before its programme has paid. */

setUpOrders();
let officer: UserActor;
let second: UserActor;
let programme: string;
beforeEach(async () => {
  [officer, second] = await insertTestOfficers();
  programme = await insertTestProgramme();
  await enter();
});

async function paidWithCode() {
  const checkout = await placeWithCode({ voucherVnd: 50_000 });
  await payIn(checkout.code, 472_003);
  return checkout;
}

async function deliverJar(jar: string) {
  await confirm(jar);
  await ship(jar);
  expect(await deliver(jar)).toMatchObject({ ok: true });
}

async function programmePays(amountVnd: number, code = "OCOP2026") {
  const received = await payIn("So Cong Thuong chuyen tien", amountVnd);
  if (!received.ok) throw new Error("a line that was not taken");
  const said = await allocateLine(officer, {
    bankTransactionId: received.value.bankTransactionId,
    note: "Giấy báo có của Sở",
    parts: [{ purpose: "voucher", code, amountVnd: vnd(amountVnd) }],
  });
  expect(said).toMatchObject({ ok: true });
}

it("waits, and says for what, until its programme has paid its share", async () => {
  const { jar } = await paidWithCode();
  await deliverJar(jar);
  later(12);
  expect(await candidate()).toMatchObject({
    payable: { comingVnd: EARNED, withProgrammesVnd: EARNED, ripeVnd: 0, payableVnd: 0 },
    stops: ["with_programme"],
  });
  await programmePays(1);
  expect((await candidate()).payable.payableVnd).toBe(0);
  await programmePays(49_999);
  expect(await candidate()).toMatchObject({
    payable: { comingVnd: 0, withProgrammesVnd: 0, payableVnd: EARNED },
    stops: [],
  });
});

it("waits no longer than for the returns where the programme has paid ahead", async () => {
  await programmePays(50_000);
  const { jar } = await paidWithCode();
  await deliverJar(jar);
  later(4);
  expect(await candidate()).toMatchObject({
    payable: { comingVnd: EARNED, withProgrammesVnd: 0 },
    stops: ["nothing_ripe"],
  });
  later(12);
  expect((await candidate()).payable.payableVnd).toBe(EARNED);
});

it("takes what a programme pays for its oldest orders first", async () => {
  const { jar } = await paidWithCode();
  await deliverJar(jar);
  const { jar: newer } = await paidWithCode();
  await deliverJar(newer);
  later(12);
  await programmePays(50_000);
  expect((await candidate()).payable).toMatchObject({
    payableVnd: EARNED,
    withProgrammesVnd: EARNED,
  });
});

it("is not taken for paid because a newer order with the code fell through", async () => {
  const { jar } = await paidWithCode();
  await deliverJar(jar);
  const newer = await paidWithCode();
  await cancel(newer.jar);
  await cancel(newer.packs);
  expect(await owedBy(programme)).toBe(50_000);
  later(12);
  expect((await candidate()).payable.payableVnd).toBe(0);
});

it("is not taken for paid because a newer one was given back", async () => {
  const { jar } = await paidWithCode();
  await deliverJar(jar);
  const newer = await paidWithCode();
  await deliverJar(newer.jar);
  await giveBack(await complain(newer));
  later(12);
  const { payable } = await candidate();
  expect(payable).toMatchObject({ payableVnd: 0, withProgrammesVnd: EARNED });
  expect(await checkLedger()).toEqual([]);
});

it("makes no money of a household's own goods with a code that pays all", async () => {
  await insertTestProgramme({ code: "TATCA", valueVnd: 1_000_000 });
  const { jar } = await placeWithCode({ voucherVnd: 522_003, code: "TATCA" });
  await confirm(jar);
  await bringMyself(jar);
  expect(await deliver(jar)).toMatchObject({ ok: true });
  later(60);
  expect(await candidate()).toMatchObject({
    payable: { payableVnd: 0, withProgrammesVnd: EARNED },
    stops: ["with_programme"],
  });
});

it("pays no debt of its household either", async () => {
  const real = await delivered();
  later(12);
  const { payout } = await approved(officer, second);
  await leave(payout.code, EARNED);
  await giveBack(await complain(real));
  const debt = () => balanceOf({ kind: "household_debt", ownerId: householdId });
  expect(await debt()).toBeGreaterThan(0);
  const owedVnd = await debt();
  await insertTestProgramme({ code: "TATCA", valueVnd: 1_000_000 });
  const { jar } = await placeWithCode({ voucherVnd: 522_003, code: "TATCA" });
  await confirm(jar);
  await bringMyself(jar);
  await deliver(jar);
  expect(await debt()).toBe(owedVnd);
  later(60);
  expect((await candidate()).payable).toMatchObject({ payableVnd: 0, withProgrammesVnd: EARNED });
  await delivered();
  expect(await debt()).toBe(0);
});

it("reads what programmes have not paid once for all households, and for no payout that stands", async () => {
  await delivered();
  later(12);
  const { payout } = await approved(officer, second);
  const { jar } = await paidWithCode();
  await deliverJar(jar);
  const asked: string[] = [];
  const connection = openReader(rawReader().name);
  const db = readerOrmOf(connection, (text) => asked.push(text));
  const usesRead = () => asked.filter((text) => text.includes('"transfers".rowid desc')).length;
  await loadCandidates(db, [householdId, otherId]);
  expect(usesRead()).toBe(1);
  const [standing] = await findDisbursementsByCode(db, [payout.code]);
  expect(await findPayoutStop(db, present(standing, "no payout"))).toBeNull();
  expect(usesRead()).toBe(1);
  connection.close();
});
