import { beforeEach, expect, it } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { loadBankShares } from "~/domain/settlement/queries-account-sides.server";
import { loadTrialBalance } from "~/domain/settlement/queries-trial-balance.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { setClock } from "~/platform/clock.server";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { allocateLine } from "./allocate-line.server";
import { confirm, deliver, setUpOrders, ship } from "./test-orders";
import { insertTestOfficers } from "./test-officers";
import { insertTestProgramme, payIn, placeWithCode } from "./test-vouchers";

/** Programmes that owe us beside programmes that paid ahead: in the books neither is set against the other. */

setUpOrders();
let officer: UserActor;

beforeEach(async () => {
  [officer] = await insertTestOfficers();
  await insertTestProgramme();
  await insertTestProgramme({ code: "TRATRUOC" });
});

async function payAhead(amountVnd: number, code = "TRATRUOC") {
  const received = await payIn("So Cong Thuong chuyen tien", amountVnd);
  if (!received.ok) throw new Error(received.code);
  const { bankTransactionId } = received.value;
  const parts = [{ purpose: "voucher" as const, code, amountVnd: vnd(amountVnd) }];
  const told = await allocateLine(officer, { bankTransactionId, note: "Sở trả trước", parts });
  expect(told.ok).toBe(true);
}

const rowOf = async (month: string) =>
  (await loadTrialBalance(month)).rows.find((row) => row.kind === "voucher");
const side = (debitVnd: number, creditVnd: number) => ({ debitVnd, creditVnd });

it("the trial balance shows both sides of their accounts, at each end of a month", async () => {
  const { code } = await placeWithCode({ voucherVnd: 50_000 });
  await payIn(code, 472_003); // 50,000 owed
  await payAhead(200_000);
  expect(await rowOf("2026-11")).toEqual({
    kind: "voucher",
    opening: side(0, 0),
    moved: side(50_000, 200_000),
    closing: side(50_000, 200_000),
  });
  setClock(startOfDate("2026-12-02"));
  await payAhead(20_000, "OCOP2026");
  const other = await placeWithCode({ voucherVnd: 50_000, code: "TRATRUOC" });
  await payIn(other.code, 472_003);
  expect(await rowOf("2026-11")).toMatchObject({ closing: side(50_000, 200_000) });
  expect(await rowOf("2026-12")).toEqual({
    kind: "voucher",
    opening: side(50_000, 200_000),
    moved: side(50_000, 20_000),
    closing: side(30_000, 150_000),
  });
  // A programme that crosses from one side to the other.
  await payAhead(80_000, "OCOP2026");
  expect(await rowOf("2026-12")).toMatchObject({ closing: side(0, 200_000) });
});

it("whose the bank's money is says what programmes paid ahead and what others owe, and sums to what is there", async () => {
  const { code, jar } = await placeWithCode({ voucherVnd: 50_000 });
  await payIn(code, 472_003);
  await confirm(jar);
  await ship(jar);
  await deliver(jar);
  await payAhead(200_000);
  await payIn("khong ro cua ai", 7_000);
  const { bankVnd, held, outside } = await loadBankShares();
  expect(held).toEqual([
    { kind: "buyer", side: "credit", amountVnd: 300_003 },
    { kind: "voucher", side: "credit", amountVnd: 200_000 },
    { kind: "suspense", side: "credit", amountVnd: 7_000 },
    { kind: "household", side: "credit", amountVnd: 212_750 },
    { kind: "commission", side: "credit", amountVnd: 9_250 },
  ]);
  expect(outside).toEqual([{ kind: "voucher", side: "debit", amountVnd: 50_000 }]);
  const sum = (shares: typeof held) => shares.reduce((total, one) => total + one.amountVnd, 0);
  expect(sum(held) - sum(outside)).toBe(bankVnd);
  expect(bankVnd).toBe(472_003 + 200_000 + 7_000); // all that came, as the inbox says
  expect(bankVnd).toBe(await balanceOf({ kind: "bank" }));
  expect(await checkLedger()).toEqual([]);
});

it("an empty ledger is nobody's", async () => {
  expect(await loadBankShares()).toEqual({ bankVnd: 0, held: [], outside: [] });
});
