import { beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { findBatchView } from "~/domain/settlement/queries-payouts.server";
import { loadStatement } from "~/domain/settlement/queries-statement.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { localDateOf, monthOf } from "~/platform/period";
import { approvePayouts } from "./approve-payouts.server";
import { preparePayouts } from "./prepare-payouts.server";
import { insertTestOfficers } from "./test-officers";
import {
  bringMyself,
  confirm,
  deliver,
  householdId,
  otherId,
  place,
  placePaid,
  setUpOrders,
  ship,
} from "./test-orders";
import {
  approved,
  asOneLine,
  complain,
  delivered,
  EARNED,
  enter,
  giveBack,
  later,
  leave,
} from "./test-payouts";
import { withdrawPayouts } from "./withdraw-payouts.server";

setUpOrders();

const EARNED_BY_TEA = 300_003 - 13_500;
let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
  await enter();
});

async function statementOf(id = householdId) {
  return present(await loadStatement(id, monthOf(localDateOf(now()))), "no such household");
}

describe("a line of the bank that is several payouts", () => {
  it("of two households names on each statement its own only", async () => {
    await enter(undefined, otherId);
    const checkout = await placePaid();
    for (const order of [checkout.jar, checkout.packs]) {
      await confirm(order);
      await ship(order);
      await deliver(order);
    }
    later(12);
    const batch = await preparePayouts(one, {
      householdIds: [householdId, otherId],
      submissionKey: "two-households-00001",
    });
    if (!batch.ok) throw new Error(batch.code);
    await approvePayouts(two, batch.value);
    const payouts = present(await findBatchView(batch.value.code), "no batch").payouts;
    await withdrawPayouts(one, { code: batch.value.code, note: "Chưa gửi" });
    await asOneLine(one, "out", payouts);
    await asOneLine(one, "in", payouts);
    const ownOf = async (id: string) =>
      (await statementOf(id)).entries.map(({ kind, code, orderCodes, changeVnd }) => ({
        kind,
        code,
        orderCodes,
        changeVnd,
      }));
    for (const [id, order, earnedVnd] of [
      [householdId, checkout.jar, EARNED],
      [otherId, checkout.packs, EARNED_BY_TEA],
    ] as const) {
      const { code } = present(
        payouts.find(({ amountVnd }) => amountVnd === earnedVnd),
        "no payout",
      );
      const sent = { kind: "payout", code, orderCodes: [order], changeVnd: -earnedVnd };
      const back = { kind: "payout_back", code, orderCodes: [], changeVnd: earnedVnd };
      expect(await ownOf(id)).toEqual([sent, back, sent, back]);
    }
  });

  it("of one household stays as many entries", async () => {
    await delivered();
    later(12);
    const first = await approved(one, two);
    await delivered();
    later(12);
    const second = await approved(one, two, "second-batch-0000001");
    for (const { code } of [first, second]) {
      await withdrawPayouts(one, { code, note: "Chưa gửi" });
    }
    later(31);
    const payouts = [first.payout, second.payout];
    await asOneLine(one, "out", payouts);
    await asOneLine(one, "in", payouts);
    const { entries } = await statementOf();
    expect(entries.map(({ kind, code, changeVnd }) => [kind, code, changeVnd])).toEqual([
      ...payouts.map(({ code }) => ["payout", code, -EARNED]),
      ...payouts.map(({ code }) => ["payout_back", code, EARNED]),
    ]);
  });
});

describe("what a household owes", () => {
  it("is on its statement with the refund that made it, and adds up", async () => {
    const first = await delivered();
    later(12);
    const { payout } = await approved(one, two);
    await leave(payout.code, EARNED);
    await giveBack(await complain(first));
    const statement = await statementOf();
    expect(statement).toMatchObject({ openingVnd: EARNED, owedOpeningVnd: 0 });
    expect(statement.entries).toMatchObject([
      { kind: "payout", sentVnd: -EARNED, changeVnd: -EARNED, owedVnd: 0 },
      {
        kind: "return",
        commissionVnd: 9_250,
        refundedVnd: -222_000,
        owedChangeVnd: EARNED,
        changeVnd: 0,
        balanceVnd: 0,
        owedVnd: EARNED,
      },
    ]);
    expect(statement).toMatchObject({ closingVnd: 0, owedClosingVnd: EARNED });
    later(31);
    await delivered(); // pays the debt at once
    const next = await statementOf();
    expect(next).toMatchObject({ owedOpeningVnd: EARNED, owedClosingVnd: 0, closingVnd: 0 });
    expect(next.entries).toMatchObject([
      { kind: "order", changeVnd: EARNED, owedChangeVnd: 0 },
      { kind: "recovered", changeVnd: -EARNED, owedChangeVnd: -EARNED, owedVnd: 0 },
    ]);
  });

  it("of cash that it took at the door is the commission", async () => {
    const own = await place("cod");
    await confirm(own.jar);
    await bringMyself(own.jar);
    await deliver(own.jar);
    const statement = await statementOf();
    expect(statement.entries).toMatchObject([
      { commissionVnd: -9_250, keptVnd: -222_000, owedChangeVnd: 9_250, changeVnd: 0 },
    ]);
    expect(statement.owedClosingVnd).toBe(9_250);
    expect(await balanceOf({ kind: "household_cash", ownerId: householdId })).toBe(9_250);
  });
});
