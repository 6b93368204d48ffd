import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { lineItems, orders } from "~db/schema/orders";
import { taxRules, thresholdEvents, withholdingSwitches } from "~db/schema/settlement-tax";
import { eq } from "drizzle-orm";
import type { UserActor } from "~/domain/audit/actor";
import { loadTaxDesk } from "~/domain/settlement/queries-tax-desk.server";
import { thresholdOn } from "~/domain/settlement/queries-tax.server";
import type { NewTaxChange } from "~/domain/settlement/types-tax";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { addDays, DAY_MS, localDateOf } from "~/platform/period";
import { agreeToTaxChange } from "./agree-to-tax-change.server";
import { enterTaxChange } from "./enter-tax-change.server";
import { insertTestOfficers } from "./test-officers";
import { place, setUpOrders } from "./test-orders";
import { delivered } from "./test-payouts";
import { insertTaxRules, switchWithholding } from "./test-tax";
import { withdrawTaxChange } from "./withdraw-tax-change.server";

setUpOrders();

let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
  await insertTaxRules();
});

const today = () => localDateOf(now());
const day = (days: number) => addDays(today(), days);
const later = (days: number) => setClock(now() + days * DAY_MS);
const refused = (code: string) => ({ ok: false, code });
const done = { ok: true, value: null };

const rule = (vatBps: number, effectiveOn = day(1)): NewTaxChange => ({
  kind: "rules",
  id: newId("txr"),
  effectiveOn,
  values: { taxClass: "processed", vatBps, pitBps: 100, legalBasis: "Nghị định mới" },
});
const threshold = (amount: number, effectiveOn = day(1)): NewTaxChange => ({
  kind: "thresholds",
  id: newId("txt"),
  effectiveOn,
  values: { thresholdVnd: vnd(amount), legalBasis: "Nghị định mới" },
});
const toggle = (effectiveOn = today()): NewTaxChange => ({
  kind: "withholding",
  id: newId("whs"),
  effectiveOn,
  values: { isOn: true, note: "Công văn" },
});
async function agreed(change: NewTaxChange) {
  expect((await enterTaxChange(one, change)).ok).toBe(true);
  expect(await agreeToTaxChange(two, change)).toEqual(done);
  return change;
}
const isWithheld = async () => {
  const { jar } = await place("cod");
  const [order] = await reader().select().from(orders).where(eq(orders.code, jar));
  return order?.isTaxWithheld;
};
const vatOfJar = async () => {
  const { jar } = await place("cod");
  const [found] = await reader()
    .select({ vatBps: lineItems.vatBps })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .where(eq(orders.code, jar));
  return found?.vatBps;
};

describe("rates and the threshold", () => {
  it("change tomorrow at the earliest, by two people", async () => {
    await switchWithholding([one, two], "on");
    for (const make of [rule, threshold]) {
      expect(await enterTaxChange(one, make(3_000_000, today()))).toEqual(refused("tax_day_past"));
    }
    const change = rule(200);
    expect(await enterTaxChange(one, change)).toEqual({ ok: true, value: { isNew: true } });
    expect(await enterTaxChange(one, change)).toEqual({ ok: true, value: { isNew: false } });
    const corrected = { ...rule(300), id: change.id };
    expect(await enterTaxChange(one, corrected)).toEqual(refused("form_saved_before"));
    expect(await agreeToTaxChange(one, change)).toEqual(refused("second_person_needed"));
    await agreed(threshold(2_000_000));
    expect(await thresholdOn(reader(), day(1))).toBe(2_000_000);
    later(1);
    // Nobody else agreed to the rule in time: the day that has begun keeps its rates.
    expect(await agreeToTaxChange(two, change)).toEqual(refused("tax_day_past"));
    expect(await vatOfJar()).toBe(100);
    await agreed(rule(300));
    expect(await vatOfJar()).toBe(100);
    later(1);
    expect(await vatOfJar()).toBe(300);
    const states = (await loadTaxDesk()).rules.flatMap(({ taxClass, state }) =>
      taxClass === "processed" ? [state] : [],
    );
    expect(states).toEqual(["in_force", "lapsed", "past"]);
  });

  it("of one day are those agreed to last", async () => {
    await switchWithholding([one, two], "on");
    await agreed(rule(500));
    setClock(now() + 1);
    await agreed(rule(200));
    await agreed(rule(900, day(2)));
    later(1);
    expect(await vatOfJar()).toBe(200);
  });

  it("are taken back by anybody until their day, and are then as if never entered", async () => {
    await switchWithholding([one, two], "on");
    const change = await agreed(rule(900));
    expect(await withdrawTaxChange(one, change)).toEqual(done);
    expect(await withdrawTaxChange(two, change)).toEqual(done);
    expect(await agreeToTaxChange(two, change)).toEqual(refused("tax_change_not_found"));
    const entries = await reader().select().from(auditEntries);
    expect(
      entries.filter(({ subjectId }) => subjectId === change.id).map(({ action }) => action),
    ).toEqual(["tax_change.propose", "tax_change.agree", "tax_change.withdraw"]);
    const stays = await agreed(rule(300));
    later(1);
    expect(await vatOfJar()).toBe(300);
    expect(await withdrawTaxChange(two, stays)).toEqual(refused("tax_change_in_force"));
    const [first] = await reader().select().from(taxRules).limit(1);
    const old = { kind: "rules", id: first?.id ?? "" } as const;
    expect(await withdrawTaxChange(two, old)).toEqual(refused("tax_change_in_force"));
    const unknown = { kind: "rules", id: "txr_none" } as const;
    expect(await withdrawTaxChange(two, unknown)).toEqual(refused("tax_change_not_found"));
  });

  it("tell nobody of a threshold that was mistyped and taken back", async () => {
    const mistyped = await agreed(threshold(1_000_000, day(1)));
    await delivered();
    await withdrawTaxChange(two, mistyped);
    later(2);
    await delivered();
    expect(await reader().$count(thresholdEvents)).toBe(0);
  });

  it("stand in the database once agreed to or taken back", async () => {
    const change = await agreed(rule(300));
    await withdrawTaxChange(one, change);
    const again = { agreedAt: now() + 5, withdrawnAt: null };
    const own = eq(taxRules.id, change.id);
    const tries = [
      () => inTransaction((tx) => tx.update(taxRules).set({ vatBps: 1 })),
      () => inTransaction((tx) => tx.update(taxRules).set(again).where(own)),
      () => inTransaction((tx) => tx.update(withholdingSwitches).set({ isOn: false })),
      () => inTransaction((tx) => tx.delete(taxRules)),
    ];
    await switchWithholding([one, two], "on");
    for (const attempt of tries) await expect(attempt()).rejects.toThrow();
  });
});

describe("switching withholding", () => {
  it("needs a second person, before the day is over", async () => {
    expect(await enterTaxChange(one, toggle(day(-1)))).toEqual(refused("tax_day_past"));
    const change = toggle();
    await enterTaxChange(one, change);
    expect(await isWithheld()).toBe(false);
    expect(await agreeToTaxChange(one, change)).toEqual(refused("second_person_needed"));
    const late = toggle();
    await enterTaxChange(one, late);
    expect(await agreeToTaxChange(two, change)).toEqual(done);
    expect(await isWithheld()).toBe(true);
    later(1);
    expect(await agreeToTaxChange(two, late)).toEqual(refused("tax_day_past"));
  });

  it("is taken back while it waits, and after agreement until its day", async () => {
    const waiting = toggle();
    await enterTaxChange(one, waiting);
    expect(await withdrawTaxChange(one, waiting)).toEqual(done);
    expect(await agreeToTaxChange(two, waiting)).toEqual(refused("tax_change_not_found"));
    const coming = await agreed(toggle(day(1)));
    expect(await withdrawTaxChange(two, coming)).toEqual(done);
    const today = await agreed(toggle());
    expect(await withdrawTaxChange(two, today)).toEqual(refused("tax_change_in_force"));
    expect((await loadTaxDesk()).switches.map(({ state }) => state).toSorted()).toEqual([
      "in_force",
      "withdrawn",
      "withdrawn",
    ]);
  });
});
