import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { orders } from "~db/schema/orders";
import type { Actor } from "~/domain/audit/actor";
import { closureFormOn } from "~/domain/fulfilment/forms-closure";
import { findClosing } from "~/domain/households/queries-shipping.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { addDays, DAY_MS, formatDate, localDateOf } from "~/platform/period";
import { closeShop } from "./close-shop.server";
import { confirmOrder } from "./confirm-order.server";
import { packOrder } from "./pack-order.server";
import { placeCheckout } from "./place-checkout.server";
import { quoteCheckout } from "./quote-checkout.server";
import { BUYER, honey, householdId, setUpCart, tea } from "./test-cart";
import { TEST_SHOP, testSubmission } from "./test-shop";

setUpCart();

const MEMBER: Actor = { kind: "user", userId: "usr_member", role: "household_member" };
const ownScope = () => ({ kind: "households", householdIds: [householdId] }) as const;
const today = () => localDateOf(now());
const close = (from: number, until: number) =>
  closeShop(MEMBER, ownScope(), {
    householdId,
    closure: { from: addDays(today(), from), until: addDays(today(), until) },
  });
const reopen = () => closeShop(MEMBER, ownScope(), { householdId, closure: null });
const problems = async () => {
  const lines = [honey, tea].map((productId) => ({ productId, quantity: 1 }));
  const quote = await quoteCheckout({ lines, communeCode: TEST_SHOP.communeCode });
  return quote.lines.map(({ problem }) => problem);
};
const order = () =>
  placeCheckout(
    BUYER,
    testSubmission({
      lines: [{ productId: honey, quantity: 1 }],
      expectedTotalVnd: 185_000 + 37_000,
      method: "cod",
    }),
  );

it("takes no orders on the days of the closure, of this household alone", async () => {
  await close(0, 2);
  expect(await problems()).toEqual(["shop_closed", null]);
  expect(await order()).toMatchObject({
    ok: false,
    code: "shop_closed",
    detail: { day: formatDate(addDays(today(), 3)) },
  });
  expect(await reader().$count(orders)).toBe(0);
  const last = now() + 2 * DAY_MS;
  setClock(() => last);
  expect(await problems()).toEqual(["shop_closed", null]);
  const after = last + DAY_MS;
  setClock(() => after);
  expect(await problems()).toEqual([null, null]);
  setClock();
});

it("takes them before, and again when it reopens sooner", async () => {
  await close(1, 5);
  expect(await problems()).toEqual([null, null]);
  expect(await findClosing(ownScope(), householdId)).toMatchObject({ isClosed: false });
  await close(0, 5);
  expect(await findClosing(ownScope(), householdId)).toMatchObject({ isClosed: true });
  expect(await reopen()).toMatchObject({ ok: true });
  expect(await findClosing(ownScope(), householdId)).toBeNull();
  expect(await order()).toMatchObject({ ok: true });
});

it("leaves what was ordered before to be confirmed and sent", async () => {
  expect(await order()).toMatchObject({ ok: true });
  await close(0, 5);
  const [placed] = await reader().select().from(orders).where(eq(orders.householdId, householdId));
  const orderCode = placed?.code ?? "";
  expect(await confirmOrder(MEMBER, ownScope(), { orderCode })).toMatchObject({ ok: true });
  expect(await packOrder(MEMBER, ownScope(), { orderCode })).toMatchObject({ ok: true });
});

it("is said by the household alone, and noted once", async () => {
  const closure = { from: today(), until: today() };
  const elsewhere = { kind: "households", householdIds: ["hsh_other"] } as const;
  expect(await closeShop(MEMBER, elsewhere, { householdId, closure })).toEqual({
    ok: false,
    code: "household_not_found",
  });
  await close(0, 0);
  await close(0, 0);
  await reopen();
  await reopen();
  const noted = (await reader().select().from(auditEntries)).map(({ action }) => action);
  expect(noted.filter((action) => action.startsWith("household."))).toEqual([
    "household.close",
    "household.reopen",
  ]);
});

it.each([
  [{ from: "2026-11-27", until: "2026-11-30" }, null],
  [{ from: "27/11/2026", until: "27/11/2026" }, null],
  [{ from: "2026-11-27", until: "2027-02-24" }, null],
  [{ from: "2026-11-27", until: "2027-02-25" }, { until: ["closure_too_long"] }],
  [{ from: "2026-01-01", until: "2026-12-01" }, null],
  [{ from: "2026-11-20", until: "2026-11-26" }, { until: ["closure_over"] }],
  [{ from: "2026-12-02", until: "2026-12-01" }, { until: ["closure_ends_before"] }],
  [{ from: "2027-11-28", until: "2027-11-29" }, { from: ["closure_too_far"] }],
  [{ from: "hôm nay" }, { from: ["date_invalid"], until: ["closure_day_missing"] }],
] as const)("a form that says %j is answered %j", (typed, faults) => {
  const read = closureFormOn("2026-11-27").safeParse(typed);
  const found: Record<string, string[]> = {};
  for (const { path, message } of read.error?.issues ?? []) found[String(path[0])] = [message];
  expect(read.success ? null : found).toEqual(faults);
  if (read.success) expect(read.data.from >= "2026-11-27").toBe(true);
});
