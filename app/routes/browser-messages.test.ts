import { createECDH, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { countBrowsers } from "~/domain/notices/queries-browsers.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import { insertTestProduct, testSubmission } from "~/domain/flows/test-shop";
import { readingKey } from "~/domain/identity/link-key.server";
import * as orderDoor from "./_store.orders.$orderCode_.browser";
import * as deskDoor from "./household_.browser";
import { args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();
const browserKeys = createECDH("prime256v1");
browserKeys.generateKeys();
const browser = (number: number) => ({
  endpoint: `https://fcm.googleapis.com/fcm/send/${number}`,
  p256dh: browserKeys.getPublicKey("base64url"),
  auth: randomBytes(16).toString("base64url"),
});
const STOP = { intent: "stop" };

it("are told of an order until whoever has its link ends that", async () => {
  const productId = await insertTestProduct({ householdId: mine.householdId });
  const lines = [{ productId, quantity: 1 }];
  const submission = testSubmission({ lines, expectedTotalVnd: 222_000 });
  const placed = await placeCheckout(GUEST, submission);
  if (!placed.ok) throw new Error(placed.code);
  const { code, key } = placed.value;
  const send = (form: Record<string, string>, by = key) => {
    const door = args(`/orders/${code}/browser?key=${by}`, { form });
    return outcomeOf(orderDoor.action({ ...door, params: { orderCode: code } }));
  };
  const checkoutId = (await findCheckout(code))?.id ?? "";
  for (const number of [1, 2]) expect((await send(browser(number))).status).toBe(303);
  expect(await countBrowsers(checkoutId)).toBe(2);
  expect((await send({ ...browser(3), p256dh: "A".repeat(87) })).status).toBe(400);
  expect((await send(STOP, readingKey("order", code))).status).toBe(403);
  expect(await send(STOP)).toEqual({
    status: 303,
    location: `/orders/${code}?key=${key}&told=no`,
  });
  expect(await countBrowsers(checkoutId)).toBe(0);
});

it("are told of households until the person who asked ends that, and nobody else's", async () => {
  const send = (form: Record<string, string>, cookie: string) =>
    outcomeOf(deskDoor.action(args("/household/browser", { form, cookie })));
  await send(browser(1), mine.cookie);
  await send(browser(1), theirs.cookie);
  expect(await send(STOP, mine.cookie)).toEqual({ status: 303, location: "/household?told=no" });
  expect([await countBrowsers(mine.userId), await countBrowsers(theirs.userId)]).toEqual([0, 1]);
});
