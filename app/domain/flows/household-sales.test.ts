import { expect, it } from "vitest";
import { householdSales } from "~/domain/orders/queries-household-sales.server";
import { localDateOf } from "~/platform/period";
import { householdId, NOW, otherId, place, setUpOrders } from "./test-orders";
import { delivered } from "./test-payouts";

setUpOrders();

async function salesOf(id: string) {
  const sales = [];
  for await (const page of householdSales(id)) sales.push(...page);
  return sales;
}

it("lists what was ordered of a household, line by line, without who it was for", async () => {
  expect(await salesOf(householdId)).toEqual([]);
  const first = await delivered();
  const second = await place("cod");
  await place("vietqr"); // waits for its money: no order to the household yet
  const sales = await salesOf(householdId);
  expect(sales).toEqual([
    {
      orderCode: first.jar,
      placedAt: NOW,
      status: "delivered",
      method: "vietqr",
      deliveredOn: localDateOf(NOW),
      productName: "Mật ong bạc hà",
      packLabel: "chai 500 ml",
      quantity: 1,
      unitPriceVnd: 185_000,
      totalVnd: 185_000,
      commissionVnd: 9_250,
      vatVnd: 0,
      pitVnd: 0,
      orderShippingVnd: 37_000,
    },
    expect.objectContaining({ orderCode: second.jar, status: "placed", deliveredOn: null }),
  ]);
  expect((await salesOf(otherId)).map(({ orderCode }) => orderCode)).toEqual([
    first.packs,
    second.packs,
  ]);
});
