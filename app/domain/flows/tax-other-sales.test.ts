import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { lineItems, orders } from "~db/schema/orders";
import type { UserActor } from "~/domain/audit/actor";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { addDays, localDateOf } from "~/platform/period";
import { addLot } from "./add-lot.server";
import { orderFromContract } from "./order-from-contract.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { conclude } from "./test-contracts";
import { insertTestOfficers } from "./test-officers";
import {
  confirm,
  deliver,
  householdId,
  honey,
  member,
  scope,
  setUpOrders,
  ship,
} from "./test-orders";
import { joined, openList, plant } from "./test-preorders";
import { testNotice } from "./test-shop";
import { insertTaxRules, switchWithholding } from "./test-tax";

/** Orders that no cart made: under a contract, and of a list of a harvest. */

setUpOrders();

let officers: [UserActor, UserActor];
beforeEach(async () => {
  officers = await insertTestOfficers();
  await insertTaxRules();
  await switchWithholding(officers, "on");
});

it("withholds of a delivery under a contract at its agreed price", async () => {
  const code = await conclude({ actor: member, scope }, { householdId, productId: honey });
  const placed = await orderFromContract(member, scope, {
    code,
    submissionKey: newToken(),
    packs: [{ productId: honey, packCount: 2 }],
  });
  if (!placed.ok) throw new Error(placed.code);
  const order = `${placed.value.checkoutCode}-1`;
  const orderOf = async () =>
    (await reader().select().from(orders).where(eq(orders.code, order)))[0];
  const { totalVnd = 0, shippingVnd = 0 } = (await orderOf()) ?? {};
  expect(totalVnd - shippingVnd).toBe(300_000);
  const vatVnd = 3_000 + shippingVnd * 0.03;
  expect(await orderOf()).toMatchObject({ isTaxWithheld: true, vatVnd });
  const notice = testNotice({
    content: placed.value.checkoutCode,
    amountVnd: vnd(totalVnd),
  });
  await receiveBankNotice({ notice, rawBody: "{}" });
  await confirm(order);
  await ship(order);
  expect((await deliver(order)).ok).toBe(true);
  expect(await balanceOf({ kind: "tax_withheld" })).toBe(vatVnd * 1.5);
});

it("withholds of what was ordered ahead by the day on which it is served", async () => {
  await switchWithholding(officers, "off");
  const oranges = await plant(householdId);
  await openList(oranges);
  await joined(oranges, 2);
  setClock(now() + 1);
  await switchWithholding(officers, "on");
  const lot = { lotId: newId("lot"), stockCount: 5, madeOn: addDays(localDateOf(now()), -1) };
  await addLot(member, scope, { slug: `san-pham-${oranges}`, lot });
  const [order] = await reader().select().from(orders);
  expect(order).toMatchObject({ isTaxWithheld: true, itemsVnd: 200_000 });
  const [line] = await reader().select().from(lineItems);
  expect(line?.vatVnd).toBe(2_000);
});
