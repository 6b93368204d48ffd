import { expect, it } from "vitest";
import { approvePayouts } from "~/domain/flows/approve-payouts.server";
import { exportPayouts } from "~/domain/flows/export-payouts.server";
import { preparePayouts } from "~/domain/flows/prepare-payouts.server";
import { insertTestOfficers } from "~/domain/flows/test-officers";
import {
  confirm,
  deliver,
  householdId,
  otherId,
  placePaid,
  setUpOrders,
  ship,
} from "~/domain/flows/test-orders";
import { EARNED, enter, later } from "~/domain/flows/test-payouts";
import { findBatchView } from "~/domain/settlement/queries-payouts.server";
import { present } from "~/platform/invariant";
import { splitByWay, sumOf } from "~/ui/settlement/batch-ways";

setUpOrders();

it("splits a batch into what the bank's file has and what is sent by hand", async () => {
  const [one, two] = await insertTestOfficers();
  await enter();
  await enter(
    { bankBin: "MM-VIETTEL", accountNumber: "0900000009", accountName: "HO MAU" },
    otherId,
  );
  const checkout = await placePaid();
  for (const order of [checkout.jar, checkout.packs]) {
    await confirm(order);
    await ship(order);
    await deliver(order);
  }
  later(12);
  const batch = await preparePayouts(one, {
    householdIds: [householdId, otherId],
    submissionKey: "bank-and-wallet-0001",
  });
  if (!batch.ok) throw new Error(batch.code);
  await approvePayouts(two, batch.value);
  const { payouts } = present(await findBatchView(batch.value.code), "no batch");
  const { byBank, byApp } = splitByWay(payouts);
  expect(byApp).toMatchObject([{ bankName: "Viettel Money" }]);
  const file = await exportPayouts(one, batch.value);
  if (!file.ok) throw new Error(file.code);
  expect(file.value.map(({ code }) => code)).toEqual(byBank.map(({ code }) => code));
  expect(sumOf(byBank)).toBe(EARNED);
  expect(sumOf(byBank) + sumOf(byApp)).toBe(sumOf(payouts));
});
