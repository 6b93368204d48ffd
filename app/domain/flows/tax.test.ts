import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { lineItems, orders } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import { transfers } from "~db/schema/settlement";
import type { UserActor } from "~/domain/audit/actor";
import { loadCandidates } from "~/domain/settlement/queries-payouts.server";
import { loadStatement } from "~/domain/settlement/queries-statement.server";
import { listTaxMonth, listWholeTaxMonth } from "~/domain/settlement/queries-tax-months.server";
import { balanceOf, householdEarnings } from "~/domain/settlement/queries.server";
import { taxCsv } from "~/domain/settlement/tax-csv.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { addDays, DAY_MS, localDateOf, monthOf } from "~/platform/period";
import { allocateLine } from "./allocate-line.server";
import { decideShown } from "./test-decide-line";
import { refundReturn } from "./refund-return.server";
import { requestReturn } from "./request-return.server";
import { insertTestOfficers } from "./test-officers";
import {
  ALL,
  bringMyself,
  BY_ALL,
  confirm,
  deliver,
  householdId,
  honey,
  member,
  otherId,
  place,
  placePaid,
  setUpOrders,
  ship,
} from "./test-orders";
import { comeBack, complain, delivered, giveBack, leave } from "./test-payouts";
import { insertTaxRules, switchWithholding } from "./test-tax";

setUpOrders();

// A jar for 185,000 and 37,000 of shipping; three packs of tea for 270,003 and 30,000.
const JAR = { vatVnd: 1_850 + 1_110, pitVnd: 925 + 555 };
const PACKS = { vatVnd: 2_700 + 900, pitVnd: 1_350 + 450 };
const JAR_TAX = JAR.vatVnd + JAR.pitVnd;
const PACKS_TAX = PACKS.vatVnd + PACKS.pitVnd;

let officers: [UserActor, UserActor];
beforeEach(async () => {
  officers = await insertTestOfficers();
  await insertTaxRules();
});

const today = () => localDateOf(now());
const heldTax = () => balanceOf({ kind: "tax_withheld" });
const later = (days: number) => setClock(now() + days * DAY_MS);
const orderOf = async (code: string) =>
  (await reader().select().from(orders).where(eq(orders.code, code)))[0];
const lineOf = async (code: string) =>
  (
    await reader()
      .select({ line: lineItems })
      .from(lineItems)
      .innerJoin(orders, eq(orders.id, lineItems.orderId))
      .where(eq(orders.code, code))
  )[0]?.line;
/** Of tea, which is the other household's. */
async function giveTea(checkout: { code: string; packs: string }, packCount: number) {
  const asked = await requestReturn(member, {
    checkoutCode: checkout.code,
    orderCode: checkout.packs,
    reason: "damaged",
    note: "Gói chè bị ẩm",
    lines: [{ lineItemId: (await lineOf(checkout.packs))?.id ?? "", packCount }],
  });
  if (!asked.ok) throw new Error(asked.code);
  await giveBack(asked.value.code);
  return asked.value.code;
}

async function teaDelivered() {
  const checkout = await placePaid();
  await confirm(checkout.packs);
  await ship(checkout.packs);
  expect((await deliver(checkout.packs)).ok).toBe(true);
  return checkout;
}

describe("withholding", () => {
  it("is off before two people have switched it on, and nothing of any row is other than without it", async () => {
    const checkout = await delivered();
    expect(await orderOf(checkout.jar)).toMatchObject({
      isTaxWithheld: false,
      shippingVatBps: 0,
      shippingPitBps: 0,
      vatVnd: 0,
      pitVnd: 0,
    });
    expect(await lineOf(checkout.jar)).toMatchObject({
      taxClass: "processed",
      vatBps: 0,
      pitBps: 0,
      vatVnd: 0,
      pitVnd: 0,
    });
    expect(await heldTax()).toBe(0);
    expect(await reader().$count(transfers, eq(transfers.reason, "tax_withheld"))).toBe(0);
    expect((await listTaxMonth({ month: monthOf(today()), page: 1 })).rows).toEqual([]);
  });

  it("begins on its day at midnight in Vietnam, and the later word of a day counts", async () => {
    await switchWithholding(officers, "on", addDays(today(), 1));
    expect((await orderOf((await place("cod")).jar))?.isTaxWithheld).toBe(false);
    setClock(Date.parse(`${addDays(today(), 1)}T00:00:00+07:00`));
    expect((await orderOf((await place("cod")).jar))?.isTaxWithheld).toBe(true);
    setClock(now() + 1);
    await switchWithholding(officers, "off");
    expect((await orderOf((await place("cod")).jar))?.isTaxWithheld).toBe(false);
  });
});

describe("the tax of a sale", () => {
  beforeEach(() => switchWithholding(officers, "on"));

  it("is kept back when it is delivered, beside the commission, and told everywhere", async () => {
    const checkout = await delivered();
    expect(await orderOf(checkout.jar)).toMatchObject({ isTaxWithheld: true, ...JAR });
    expect(await lineOf(checkout.jar)).toMatchObject({ vatVnd: 1_850, pitVnd: 925 });
    expect(await heldTax()).toBe(JAR_TAX);
    const earned = 222_000 - 9_250 - JAR_TAX;
    expect(await balanceOf({ kind: "household", ownerId: householdId })).toBe(earned);
    const statement = await loadStatement(householdId, monthOf(today()));
    expect(statement?.entries[0]).toMatchObject({ taxVnd: -JAR_TAX, changeVnd: earned });
    const earnings = await householdEarnings(ALL, householdId);
    expect(earnings?.entries[0]).toMatchObject({ taxVnd: JAR_TAX, netVnd: earned });
    later(12);
    const [candidate] = await loadCandidates(reader(), [householdId]);
    expect(candidate?.payable.payableVnd).toBe(earned);
  });

  it("keeps the rates of the day of the sale, whatever is entered before the delivery", async () => {
    const checkout = await placePaid();
    await inTransaction((tx) => tx.update(products).set({ taxClass: "raw_self_produced" }));
    await switchWithholding(officers, "off");
    await confirm(checkout.jar);
    await ship(checkout.jar);
    await deliver(checkout.jar);
    expect(await heldTax()).toBe(JAR_TAX);
    await expect(inTransaction((tx) => tx.update(orders).set({ vatVnd: 0 }))).rejects.toThrow(
      "frozen",
    );
  });

  it("is nothing of what its own producer sells unprocessed, and of its shipping that of transport", async () => {
    await inTransaction((tx) =>
      tx.update(products).set({ taxClass: "raw_self_produced" }).where(eq(products.id, honey)),
    );
    const checkout = await delivered();
    expect(await lineOf(checkout.jar)).toMatchObject({ vatVnd: 0, pitVnd: 0 });
    expect(await orderOf(checkout.jar)).toMatchObject({ vatVnd: 1_110, pitVnd: 555 });
    const { rows } = await listTaxMonth({ month: monthOf(today()), page: 1 });
    expect(rows[0]?.revenueVnd).toMatchObject({ raw_self_produced: 185_000, transport: 37_000 });
  });

  it("of cash that the household took itself is owed with the commission", async () => {
    const checkout = await place("cod");
    await confirm(checkout.jar);
    await bringMyself(checkout.jar);
    await deliver(checkout.jar);
    expect(await heldTax()).toBe(JAR_TAX);
    expect(await balanceOf({ kind: "household", ownerId: householdId })).toBe(0);
    expect(await balanceOf({ kind: "household_cash", ownerId: householdId })).toBe(9_250 + JAR_TAX);
  });

  it("comes back with the goods, in two parts as in one", async () => {
    const checkout = await teaDelivered();
    expect(await heldTax()).toBe(PACKS_TAX);
    const first = await giveTea(checkout, 1);
    const [request] = await reader()
      .select()
      .from(returnRequests)
      .where(eq(returnRequests.code, first));
    expect(request).toMatchObject({ vatVnd: 900 + 300, pitVnd: 450 + 150 });
    expect(await heldTax()).toBe(PACKS_TAX - 1_800);
    await giveTea(checkout, 2);
    expect(await heldTax()).toBe(0);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(0);
    const statement = await loadStatement(otherId, monthOf(today()));
    const told = statement?.entries.map(({ taxVnd }) => taxVnd) ?? [];
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(0);
  });
});

describe("what goes to the State", () => {
  beforeEach(() => switchWithholding(officers, "on"));

  const sayTax = (bankTransactionId: string, amountVnd: number) =>
    allocateLine(officers[0], {
      bankTransactionId,
      note: "Thuế tháng 11",
      parts: [{ purpose: "tax", code: "", amountVnd: vnd(amountVnd) }],
    });
  const pay = async (amountVnd: number) =>
    sayTax((await leave("NOP THUE KHAU TRU", amountVnd)).bankTransactionId, amountVnd);

  it("is never more than is held", async () => {
    await delivered();
    expect(await pay(JAR_TAX + 1)).toMatchObject({
      ok: false,
      code: "part_tax_over_held",
      detail: { amountVnd: JAR_TAX },
    });
    expect(await pay(JAR_TAX)).toMatchObject({ ok: true });
    expect(await heldTax()).toBe(0);
    expect(await pay(1)).toMatchObject({ ok: false, detail: { amountVnd: 0 } });
  });

  it("is as much as a month's list says, also after goods came back early in the next month", async () => {
    const checkout = await delivered();
    const november = localDateOf(now()).slice(0, 7);
    later(3);
    expect(monthOf(today())).not.toBe(november);
    await giveBack(await complain(checkout));
    expect(await heldTax()).toBe(0);
    const { rows } = await listTaxMonth({ month: november, page: 1 });
    expect(rows.map((row) => row.vatVnd + row.pitVnd)).toEqual([JAR_TAX]);
    expect(await pay(JAR_TAX + 1)).toMatchObject({ detail: { amountVnd: JAR_TAX } });
    expect(await pay(JAR_TAX)).toMatchObject({ ok: true });
    expect(await heldTax()).toBe(-JAR_TAX);
    // By December's own list there is less than nothing, and November is not paid again.
    expect(await pay(1)).toMatchObject({ ok: false, detail: { amountVnd: 0 } });
  });

  it("comes back where too much was paid, and never more than was paid", async () => {
    await delivered();
    await pay(JAR_TAX);
    const giveTaxBack = async (amountVnd: number) =>
      sayTax((await comeBack("HOAN NOP THUA", amountVnd)).bankTransactionId, amountVnd);
    expect(await giveTaxBack(JAR_TAX + 1)).toMatchObject({
      code: "part_tax_over_paid",
      detail: { amountVnd: JAR_TAX },
    });
    expect(await giveTaxBack(1_000)).toMatchObject({ ok: true });
    expect(await heldTax()).toBe(1_000);
    expect(await giveTaxBack(JAR_TAX)).toMatchObject({ detail: { amountVnd: JAR_TAX - 1_000 } });
  });

  it("may be more than is held once goods come back: the next month is less", async () => {
    const checkout = await delivered();
    await pay(JAR_TAX);
    later(1);
    await giveBack(await complain(checkout));
    expect(await heldTax()).toBe(-JAR_TAX);
    // Another sale makes up for it.
    await teaDelivered();
    expect(await heldTax()).toBe(PACKS_TAX - JAR_TAX);
  });

  it("is looked at again when the second person agrees", async () => {
    const checkouts = [await delivered(), await delivered()];
    await comeBack("TIEN CHUA RO", 10_000_000); // so that the bank has it
    const line = await leave("NOP THUE", 2 * JAR_TAX + 6_000_000);
    const { bankTransactionId } = line;
    const said = await allocateLine(officers[0], {
      bankTransactionId,
      note: "Thuế và tiền của đơn vị",
      parts: [
        { purpose: "tax", code: "", amountVnd: vnd(2 * JAR_TAX) },
        { purpose: "owner", code: "", amountVnd: vnd(6_000_000) },
      ],
    });
    expect(said).toMatchObject({ ok: true, value: { isDone: false } });
    await giveBack(await complain(checkouts[0] ?? { code: "", jar: "" }));
    const decide = () =>
      decideShown(officers[1], { bankTransactionId, decision: "agree", note: "" });
    expect(await decide()).toMatchObject({ ok: false, code: "part_tax_over_held" });
    await delivered();
    expect(await decide()).toMatchObject({ ok: true });
    expect(await heldTax()).toBe(0);
  });
});

describe("the list of a month", () => {
  beforeEach(() => switchWithholding(officers, "on"));

  it("has each household's sales by class, and takes off in its month what comes back", async () => {
    const november = monthOf(today());
    const checkout = await teaDelivered();
    await delivered();
    const { rows } = await listTaxMonth({ month: november, page: 1 });
    expect(rows).toHaveLength(2);
    const tea = rows.find((row) => row.householdId === otherId);
    expect(tea).toMatchObject({
      revenueVnd: { processed: 270_003, transport: 30_000, service: 0, raw_self_produced: 0 },
      ...PACKS,
    });
    later(2);
    expect(monthOf(today())).not.toBe(november);
    await giveTea(checkout, 1);
    const december = await listWholeTaxMonth(monthOf(today()));
    expect(december).toEqual([
      expect.objectContaining({
        householdId: otherId,
        revenueVnd: {
          processed: -90_001,
          transport: -10_000,
          service: 0,
          raw_self_produced: 0,
        },
        vatVnd: -1_200,
        pitVnd: -600,
      }),
    ]);
    expect((await listTaxMonth({ month: november, page: 1 })).rows).toEqual(rows);
    const all = [...rows, ...december];
    expect(all.reduce((sum, row) => sum + row.vatVnd + row.pitVnd, 0)).toBe(await heldTax());
    const csv = taxCsv(december, ["a", "b"]);
    expect(csv).toContain('"-90001"');
    const named = december.map((row) => ({ ...row, householdName: "=1+1" }));
    expect(taxCsv(named, ["a", "b"])).toContain(`"'=1+1"`);
  });

  it("leaves out what was sold before withholding began", async () => {
    await switchWithholding(officers, "off");
    const checkout = await placePaid();
    setClock(now() + 1);
    await switchWithholding(officers, "on");
    await confirm(checkout.jar);
    await ship(checkout.jar);
    await deliver(checkout.jar);
    expect((await listTaxMonth({ month: monthOf(today()), page: 1 })).rows).toEqual([]);
  });
});

it("gives nothing back twice", async () => {
  await switchWithholding(officers, "on");
  const checkout = await delivered();
  const code = await complain(checkout);
  await giveBack(code);
  const again = { code, note: "", isRestocked: false, lines: null };
  expect((await refundReturn(member, BY_ALL, again)).ok).toBe(true);
  expect(await heldTax()).toBe(0);
});
