import { beforeEach, expect, it } from "vitest";
import { GUEST, type UserActor } from "~/domain/audit/actor";
import { findProgramme } from "~/domain/vouchers/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { allocateLine } from "./allocate-line.server";
import { cancelPurchase } from "./cancel-purchase.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { stopProgramme } from "./stop-programme.server";
import { NOW, cancel, confirm, deliver, setUpOrders, ship } from "./test-orders";
import { insertTestOfficers } from "./test-officers";
import { testNotice } from "./test-shop";
import { insertTestProgramme, owedBy, payIn, placeWithCode } from "./test-vouchers";

/** What a programme owes, and what it pays in by a line of the bank that names nobody. */

setUpOrders();
let officer: UserActor;
let programme: string;

beforeEach(async () => {
  [officer] = await insertTestOfficers();
  programme = await insertTestProgramme();
});

const say = async (amountVnd: number, code: string) =>
  sayOf(await payIn("So Cong Thuong chuyen tien", amountVnd), { amountVnd, code });
const sayLeft = async (amountVnd: number, code: string) => {
  const notice = testNotice({ direction: "out", content: "Tra lai", amountVnd: vnd(amountVnd) });
  return sayOf(await receiveBankNotice({ notice, rawBody: "{}" }), { amountVnd, code });
};

async function sayOf(
  received: Awaited<ReturnType<typeof receiveBankNotice>>,
  { amountVnd, code }: { amountVnd: number; code: string },
) {
  if (!received.ok) throw new Error("a line that was not taken");
  const { bankTransactionId } = received.value;
  return allocateLine(officer, {
    bankTransactionId,
    note: "Giấy báo có của Sở",
    parts: [{ purpose: "voucher", code, amountVnd: vnd(amountVnd) }],
  });
}

it("goes down by what its money is said to have been for", async () => {
  const checkout = await placeWithCode({ voucherVnd: 50_000 });
  await payIn(checkout.code, 472_003);
  expect(await say(30_000, "khong-co")).toMatchObject({ code: "part_programme_unknown" });
  expect(await say(30_000, "ocop 2026")).toMatchObject({ ok: true });
  expect(await findProgramme("OCOP2026", 1)).toMatchObject({
    usedCount: 1,
    spentVnd: 50_000,
    paidVnd: 30_000,
    owesVnd: 20_000,
    uses: [{ checkoutCode: checkout.code, amountVnd: 50_000, givenBackAt: null }],
  });
});

it("is owed back what it has paid for an order that fell through since", async () => {
  const checkout = await placeWithCode({ voucherVnd: 50_000 });
  await payIn(checkout.code, 472_003);
  await say(50_000, "OCOP2026");
  await cancel(checkout.packs);
  expect(await owedBy(programme)).toBe(-30_000);
  expect(await findProgramme("OCOP2026", 1)).toMatchObject({
    spentVnd: 20_000,
    paidVnd: 50_000,
    owesVnd: -30_000,
  });
});

it("is paid ahead up to its budget, and what is left when it has ended is owed back", async () => {
  const small = await insertTestProgramme({ code: "BALAN", valueVnd: 50_000, usesMax: 3 });
  expect(await say(150_001, "BALAN")).toEqual({
    ok: false,
    code: "part_programme_differs",
    detail: { amountVnd: 150_000 },
  });
  expect(await say(150_000, "BALAN")).toMatchObject({ ok: true });
  expect(await say(1, "BALAN")).toMatchObject({ detail: { amountVnd: 0 } });
  const checkout = await placeWithCode({ voucherVnd: 50_000, code: "BALAN" });
  await payIn(checkout.code, 472_003);
  expect(await owedBy(small)).toBe(-100_000);
  expect(await findProgramme("BALAN", 1)).toMatchObject({ spentVnd: 50_000, paidVnd: 150_000 });
  await stopProgramme({ kind: "system" }, { code: "BALAN" });
  expect(await sayLeft(100_001, "BALAN")).toMatchObject({ detail: { amountVnd: 100_000 } });
  expect(await sayLeft(100_000, "BALAN")).toMatchObject({ ok: true });
  expect(await owedBy(small)).toBe(0);
  expect(await findProgramme("BALAN", 1)).toMatchObject({ spentVnd: 50_000, paidVnd: 50_000 });
});

it("is paid what it owes and no more once it has ended", async () => {
  const checkout = await placeWithCode({ voucherVnd: 50_000 });
  await payIn(checkout.code, 472_003);
  await stopProgramme({ kind: "system" }, { code: "OCOP2026" });
  expect(await say(50_001, "OCOP2026")).toMatchObject({ detail: { amountVnd: 50_000 } });
  expect(await say(50_000, "OCOP2026")).toMatchObject({ ok: true });
});

it("shows its uses newest first, thirty a page", async () => {
  await insertTestProgramme({ code: "NHIEU", usesMax: 31 });
  const codes: string[] = [];
  for (let use = 0; use < 31; use += 1) {
    setClock(NOW + use * 1_000);
    const { code: checkoutCode } = await placeWithCode({ voucherVnd: 50_000, code: "NHIEU" });
    codes.unshift(checkoutCode);
    await cancelPurchase(GUEST, { checkoutCode }); // the packs are needed again
  }
  const pages = [await findProgramme("NHIEU", 1), await findProgramme("NHIEU", 2)];
  expect(pages.map((page) => page?.uses.map((use) => use.checkoutCode))).toEqual([
    codes.slice(0, 30),
    codes.slice(30),
  ]);
  expect(pages[0]).toMatchObject({ useCount: 31, page: 1, pageCount: 2 });
});

it("is paid for parcels that are on their way when it ends", async () => {
  await insertTestProgramme({ code: "CUOI", endsOn: "2026-11-30" });
  const own = await placeWithCode({ voucherVnd: 50_000, code: "CUOI", method: "cod" });
  await confirm(own.jar);
  await ship(own.jar);
  setClock(now() + DAY_MS);
  expect(await say(50_001, "CUOI")).toMatchObject({ detail: { amountVnd: 50_000 } });
  expect(await say(50_000, "CUOI")).toMatchObject({ ok: true });
  await deliver(own.jar);
  await cancel(own.packs);
  expect(await findProgramme("CUOI", 1)).toMatchObject({ state: "over", owesVnd: -30_000 });
  expect(await sayLeft(30_000, "CUOI")).toMatchObject({ ok: true });
});
