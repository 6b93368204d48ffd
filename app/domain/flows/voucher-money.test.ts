import { beforeEach, expect, it } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { findProgramme } from "~/domain/vouchers/queries.server";
import { vnd } from "~/platform/money";
import { allocateLine } from "./allocate-line.server";
import { cancel, setUpOrders } from "./test-orders";
import { insertTestOfficers } from "./test-officers";
import { insertTestProgramme, owedBy, payIn, placeWithCode } from "./test-vouchers";

/** What a programme owes, and what it pays in by a line of the bank that names nobody. */

setUpOrders();
let officer: UserActor;
let programme: string;

beforeEach(async () => {
  [officer] = await insertTestOfficers();
  programme = await insertTestProgramme();
});

async function say(amountVnd: number, code: string) {
  const received = await payIn("So Cong Thuong chuyen tien", amountVnd);
  if (!received.ok) throw new Error("a line that was not taken");
  const { bankTransactionId } = received.value;
  return allocateLine(officer, {
    bankTransactionId,
    note: "Giấy báo có của Sở",
    parts: [{ purpose: "voucher", code, amountVnd: vnd(amountVnd) }],
  });
}

it("goes down by what its money is said to have been for, never below nothing", async () => {
  const checkout = await placeWithCode({ voucherVnd: 50_000 });
  await payIn(checkout.code, 472_003);
  expect(await say(50_001, "OCOP2026")).toEqual({
    ok: false,
    code: "part_programme_differs",
    detail: { amountVnd: 50_000 },
  });
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
  expect(await owedBy(programme)).toBe(-29_670);
  expect(await findProgramme("OCOP2026", 1)).toMatchObject({
    spentVnd: 20_330,
    paidVnd: 50_000,
    owesVnd: -29_670,
  });
});
