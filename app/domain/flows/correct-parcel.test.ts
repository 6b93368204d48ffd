import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { reader } from "~/platform/db.server";
import { correctParcel } from "./correct-parcel.server";
import { shipOrder } from "./ship-order.server";
import {
  ALL,
  confirm,
  deliver,
  householdId,
  member,
  OK,
  otherId,
  place,
  scope,
  setUpOrders,
  ship,
} from "./test-orders";

setUpOrders();
const correct = (orderCode: string, carrier: string, trackingCode: string, by = scope) =>
  correctParcel(member, by, { orderCode, carrier, trackingCode });

it("asks for the code of a courier that takes cash, and for none of who brings it", async () => {
  const { jar } = await place("cod");
  await confirm(jar);
  const parcel = { orderCode: jar, carrier: "VNPost", trackingCode: "" };
  expect(await shipOrder(member, ALL, parcel)).toMatchObject({ code: "tracking_code_required" });
  expect(await shipOrder(member, ALL, { ...parcel, carrier: "self" })).toEqual(OK);
  expect(await correct(jar, "GHN", "")).toMatchObject({ code: "tracking_code_required" });
});

it("is corrected while it is on its way, with what stood there in the audit log", async () => {
  const { jar } = await place("cod");
  await confirm(jar);
  expect(await correct(jar, "GHN", "GH1")).toMatchObject({ code: "move_not_allowed" });
  await ship(jar);
  expect(await correct(jar, "", "GH1")).toMatchObject({ code: "carrier_required" });
  const others = { kind: "households", householdIds: [otherId] } as const;
  expect(await correct(jar, "GHN", "GH1", others)).toMatchObject({ code: "order_not_found" });
  expect(await correct(jar, "GHN", "GH1")).toEqual(OK);
  expect(await correct(jar, "GHN", "GH1")).toEqual(OK); // sent twice
  expect(await findHouseholdOrder(ALL, jar)).toMatchObject({
    carrier: "GHN",
    trackingCode: "GH1",
  });
  const audit = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, "order.correct_parcel"));
  expect(audit).toMatchObject([
    { before: { carrier: "VNPost", trackingCode: "EE123VN" }, after: { carrier: "GHN" } },
  ]);
});

it("decides who holds the cash at the door", async () => {
  const { jar } = await place("cod");
  await confirm(jar);
  await ship(jar);
  expect(await correct(jar, "self", "")).toEqual(OK);
  await deliver(jar);
  expect(await balanceOf({ kind: "courier" })).toBe(0);
  expect(await balanceOf({ kind: "household_cash", ownerId: householdId })).toBeGreaterThan(0);
  expect(await correct(jar, "GHN", "GH1")).toMatchObject({ code: "move_not_allowed" });
});

it("says that it was sent otherwise before, whoever sends the form again, and changes nothing", async () => {
  const { jar } = await place("cod");
  await confirm(jar);
  const parcel = { orderCode: jar, carrier: "VNPost", trackingCode: "EE1VN" };
  expect(await shipOrder(member, ALL, parcel)).toEqual(OK);
  expect(await shipOrder(member, ALL, { ...parcel, trackingCode: " EE1VN " })).toEqual(OK);
  const otherwise = { ok: false, code: "parcel_sent_otherwise" };
  for (const other of [{ carrier: "GHN" }, { trackingCode: "EE2VN" }, { carrier: "self" }]) {
    expect(await shipOrder(member, ALL, { ...parcel, ...other })).toMatchObject(otherwise);
  }
  const stands = { carrier: "VNPost", trackingCode: "EE1VN", status: "shipped" };
  expect(await findHouseholdOrder(ALL, jar)).toMatchObject(stands);
  expect(await correct(jar, "GHN", "GH1")).toEqual(OK);
  expect(await shipOrder(member, ALL, parcel)).toMatchObject(otherwise);
  await deliver(jar);
  expect(await shipOrder(member, ALL, parcel)).toMatchObject(otherwise);
});
