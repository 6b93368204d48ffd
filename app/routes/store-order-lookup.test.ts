import { expect, it } from "vitest";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import { receiveBankNotice } from "~/domain/flows/receive-bank-notice.server";
import { insertTestUser, testNotice, testSubmission } from "~/domain/flows/test-shop";
import { readingKey } from "~/domain/identity/link-key.server";
import type { CheckoutView } from "~/domain/orders/types";
import { listBought } from "~/domain/payments/queries-buyer.server";
import { vnd } from "~/platform/money";
import * as orderPage from "./_store.orders.$orderCode";
import * as cartDoor from "./_store.orders.$orderCode_.cart";
import * as printDoor from "./_store.orders.$orderCode_.print";
import * as proofDoor from "./_store.orders.$orderCode_.proofs.$subOrderCode";
import * as refundDoor from "./_store.orders.$orderCode_.refund-account";
import * as returnDoor from "./_store.orders.$orderCode_.returns.$returnCode";
import * as ordersDoor from "./_store.orders._index";
import { args, honey, responseOf, setUpBuyer } from "./test-buyer";

setUpBuyer();

async function place(buyerId?: string) {
  const actor = buyerId ? ({ kind: "user", userId: buyerId, role: "buyer" } as const) : GUEST;
  const lines = [{ productId: honey, quantity: 1 }];
  const placed = await placeCheckout(actor, testSubmission({ lines, expectedTotalVnd: 222_000 }));
  if (!placed.ok) throw new Error(placed.code);
  return placed.value;
}

const look = (code: string, phone: string) =>
  ordersDoor.action(args("/orders", { form: { code, phone } }));

it("finds an order by its code and phone, however both are written", async () => {
  const { code } = await place();
  const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}-1`;
  for (const [asked, phone] of [
    [code, "0987654321"],
    [typed, "+84 987 654 321"],
  ] as const) {
    const answer = await responseOf(look(asked, phone));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe(`/orders/${code}?key=${readingKey("order", code)}`);
  }
});

it("says the same whatever does not fit, and nothing of the order", async () => {
  const { code } = await place();
  for (const [asked, phone] of [
    [code, "0987654322"],
    ["UQ2222222", "0987654321"],
    [`${code} ${code.replace(/.$/, "")}`, "0987654322"],
  ] as const) {
    const answer = (await look(asked, phone)) as { data: unknown; init: ResponseInit };
    expect(answer.init.status).toBe(404);
    expect(answer.data).toMatchObject({ failure: { code: "order_unknown" } });
  }
  expect(await look("", "không")).toMatchObject({ init: { status: 400 } });
});

it("lists what a person bought while signed in, and nobody else's", async () => {
  const [buyer, other] = [await insertTestUser(), await insertTestUser()];
  const first = await place(buyer);
  const second = await place(buyer);
  await place(other);
  await place();
  const { bought } = await listBought(buyer, 1);
  expect(
    bought.map(({ code, key, stage, lineCount }) => ({ code, key, stage, lineCount })),
  ).toEqual(
    [second, first].map(({ code, key }) => ({
      code,
      key,
      stage: "awaiting_payment",
      lineCount: 1,
    })),
  );
});

it("shows by number and phone how an order stands, and nothing of what was bought or said", async () => {
  const { code } = await place();
  const key = readingKey("order", code);
  const params = { orderCode: code };
  const page = (await orderPage.loader({ ...args(`/orders/${code}?key=${key}`), params })) as {
    checkout: CheckoutView;
  };
  expect(page.checkout.orders.map(({ status, lineItems }) => [status, lineItems])).toEqual([
    ["awaiting_payment", []],
  ]);
  expect(JSON.stringify(page)).not.toContain("Mật ong");
  for (const door of [printDoor, proofDoor, returnDoor]) {
    const opened = door.loader({ ...args(`/orders/${code}/x?key=${key}`), params });
    expect((await responseOf(opened)).status).toBe(403);
  }
  const again = cartDoor.action({
    ...args(`/orders/${code}/cart?key=${key}`, { form: {} }),
    params,
  });
  expect((await responseOf(again)).status).toBe(403);
});

it("shows by number and phone that money comes back, and not to which account", async () => {
  const { code, key: actingKey } = await place();
  const notice = testNotice({ content: code, amountVnd: vnd(272_000) });
  await receiveBankNotice({ notice, rawBody: "{}" });
  const params = { orderCode: code };
  const path = (key: string) => `/orders/${code}/refund-account?key=${key}`;
  const form = { bankBin: "970405", accountNumber: "2200000067890", accountName: "Người Mua Mẫu" };
  const send = (key: string, typed: Record<string, string>) =>
    refundDoor.action({ ...args(path(key), { form: typed }), params });
  const key = readingKey("order", code);
  expect((await responseOf(send(key, form))).status).toBe(403);
  expect(await send(actingKey, { ...form, accountNumber: "12" })).toMatchObject({
    init: { status: 400 },
  });
  expect((await responseOf(send(actingKey, form))).status).toBe(303);
  const shown = async (by: string) =>
    JSON.stringify(await orderPage.loader({ ...args(`/orders/${code}?key=${by}`), params }));
  expect(await shown(actingKey)).toContain("7890");
  expect(await shown(actingKey)).not.toContain("220000006");
  expect(await shown(key)).toContain('"owedVnd":50000');
  // Not within an identifier of the page, which may spell these digits by chance.
  expect(await shown(key)).not.toMatch(/(?<![0-9a-f])7890|220000006/);
});
