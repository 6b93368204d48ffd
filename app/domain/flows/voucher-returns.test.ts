import { beforeEach, describe, expect, it } from "vitest";
import { returnRequests } from "~db/schema/returns";
import { GUEST } from "~/domain/audit/actor";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { findReturn } from "~/domain/returns/queries.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { loadStatement } from "~/domain/settlement/queries-statement.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { setClock } from "~/platform/clock.server";
import { databaseFile, reader, useDatabaseFile } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { startOfDate } from "~/platform/period";
import { refundReturn } from "./refund-return.server";
import { requestReturn } from "./request-return.server";
import {
  ALL,
  BY_ALL,
  OK,
  bringMyself,
  cancel,
  confirm,
  deliver,
  member,
  otherId,
  setUpOrders,
  ship,
} from "./test-orders";
import { ownPhone } from "./test-shop";
import { insertTestProgramme, owedBy, payIn, placeWithCode, usedCountOf } from "./test-vouchers";

/** What comes back of goods that a voucher paid in part. */

setUpOrders();
let programme: string;

beforeEach(async () => {
  programme = await insertTestProgramme();
});

/** Three packs of tea of 300,003 with 30,000 of the voucher, delivered. */
async function delivered(method: "vietqr" | "cod", send = ship) {
  const checkout = await placeWithCode({ voucherVnd: 50_000, method });
  if (method === "vietqr") await payIn(checkout.code, 472_003);
  await confirm(checkout.packs);
  await send(checkout.packs);
  await deliver(checkout.packs);
  setClock(startOfDate("2026-12-02"));
  return checkout;
}

async function giveBack(checkout: { code: string; packs: string }, packCount: number) {
  const order = await loadOrder(reader(), checkout.packs);
  const opened = await requestReturn(GUEST, {
    checkoutCode: checkout.code,
    orderCode: checkout.packs,
    reason: "damaged",
    note: "Một gói bị rách, chè ẩm.",
    lines: [{ lineItemId: order?.lineItems[0]?.id ?? "", packCount }],
  });
  if (!opened.ok) throw new Error(opened.code);
  const { code } = opened.value;
  const whole = { note: "", isRestocked: false, lines: null };
  expect(await refundReturn(member, BY_ALL, { ...whole, code })).toEqual(OK);
  return findReturn(code, { scope: ALL });
}

it.each(["vietqr", "cod"] as const)(
  "a part goes to the buyer in money and to the programme, the code is not restored: %s",
  async (method) => {
    const checkout = await delivered(method);
    const owed = await owedBy(programme);
    const household = await balanceOf({ kind: "household", ownerId: otherId });
    // A third of 270,003 and of 30,000; of the voucher's 30,000 a third.
    expect(await giveBack(checkout, 1)).toMatchObject({ refundVnd: 100_001, voucherVnd: 10_000 });
    expect(await balanceOf({ kind: "refund_due", ownerId: checkout.id })).toBe(90_001);
    expect(await owedBy(programme)).toBe(owed - 10_000);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(
      household - 100_001 + 4_500,
    );
    // Together with the rest it is what the lines cost.
    expect(await giveBack(checkout, 2)).toMatchObject({ refundVnd: 200_002, voucherVnd: 20_000 });
    expect(await balanceOf({ kind: "refund_due", ownerId: checkout.id })).toBe(300_003 - 30_000);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(0);
    expect(await owedBy(programme)).toBe(owed - 30_000);
    expect(await usedCountOf(programme)).toBe(1);
  },
);

it("case 70: all of it back when nothing else was bought: the code may be used again, once", async () => {
  const phone = ownPhone();
  const checkout = await placeWithCode({ voucherVnd: 50_000, phone });
  await payIn(checkout.code, 472_003);
  await confirm(checkout.packs);
  await ship(checkout.packs);
  await deliver(checkout.packs);
  await cancel(checkout.jar);
  setClock(startOfDate("2026-12-02"));
  expect(await usedCountOf(programme)).toBe(1);
  await giveBack(checkout, 1);
  expect(await usedCountOf(programme)).toBe(1);
  await giveBack(checkout, 2);
  expect(await usedCountOf(programme)).toBe(0);
  expect(await owedBy(programme)).toBe(0);
  expect(await balanceOf({ kind: "refund_due", ownerId: checkout.id })).toBe(472_003);
  await placeWithCode({ voucherVnd: 50_000, phone });
  expect(await usedCountOf(programme)).toBe(1);
});

it("a household's statement says what of its orders and of what comes back is the programme's", async () => {
  const checkout = await delivered("vietqr");
  await giveBack(checkout, 1);
  const entriesOf = async (month: string) => (await loadStatement(otherId, month))?.entries;
  const whole = { goodsVnd: 270_003, shippingVnd: 30_000, voucherVnd: 30_000 };
  expect(await entriesOf("2026-11")).toMatchObject([{ kind: "order", ...whole }]);
  expect(await entriesOf("2026-12")).toMatchObject([
    { kind: "return", refundedVnd: -100_001, voucherVnd: 10_000 },
  ]);
});

it("is owed by the household where its money has been spent, to the programme too", async () => {
  const checkout = await delivered("cod", bringMyself);
  // Of 300,003 less 13,500 it has the cash in hand; here is what the voucher paid of its earnings.
  expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(286_503 - 270_003);
  await giveBack(checkout, 3);
  expect(await balanceOf({ kind: "household_debt", ownerId: otherId })).toBe(270_003);
  expect(await balanceOf({ kind: "refund_due", ownerId: checkout.id })).toBe(270_003);
  expect(await owedBy(programme)).toBe(0);
  expect(await reader().select().from(returnRequests)).toMatchObject([
    { refundVnd: 300_003, voucherVnd: 30_000 },
  ]);
});

describe("the check of the books names what was made of a voucher", () => {
  /** What it says while `table` tells another share; the row is as before after it. */
  async function differencesWith(table: "orders" | "return_requests", id: string) {
    const { writer } = useDatabaseFile(databaseFile());
    const trigger = {
      orders: "orders_voucher_frozen",
      return_requests: "return_requests_refund_stands",
    };
    writer.exec(`DROP TRIGGER ${trigger[table]}`);
    const change = (by: number) =>
      writer.prepare(`UPDATE ${table} SET voucher_vnd = voucher_vnd + ? WHERE id = ?`).run(by, id);
    change(-1);
    const differences = await checkLedger();
    change(1);
    return differences;
  }

  it("by an order", async () => {
    const checkout = await delivered("vietqr");
    const { id: subjectId } = present(await loadOrder(reader(), checkout.packs), "the order");
    expect(await differencesWith("orders", subjectId)).toContainEqual({
      name: "order_voucher",
      subjectId,
      expectedVnd: 29_999,
      actualVnd: 30_000,
    });
  });

  it("by what came back", async () => {
    const checkout = await delivered("cod");
    const { id: subjectId } = present(await giveBack(checkout, 1), "the return");
    expect(await differencesWith("return_requests", subjectId)).toContainEqual({
      name: "return_voucher",
      subjectId,
      expectedVnd: 9_999,
      actualVnd: 10_000,
    });
  });
});
