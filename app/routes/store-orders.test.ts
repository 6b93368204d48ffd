import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outboxMessages } from "~db/schema/outbox";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import { receiveBankNotice } from "~/domain/flows/receive-bank-notice.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  testNotice,
  testSubmission,
} from "~/domain/flows/test-shop";
import { parseSepayNotice } from "~/domain/payments/sepay-notice";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { vnd } from "~/platform/money";
import { useProduction } from "~/platform/test-production.server";
import { openTestDatabase } from "~/platform/test-database.server";
import * as orderDoor from "./_store.orders.$orderCode";
import * as qrDoor from "./_store.orders.$orderCode_.$qrFile";
import * as statusDoor from "./_store.orders.$orderCode_.status[.]json";
import * as simulatorDoor from "./_store.simulator.bank";

const DUE = 222_000;
let close: () => void;
let code: string;
let key: string;

beforeEach(async () => {
  close = openTestDatabase();
  await insertTestShop();
  const productId = await insertTestProduct({ householdId: await insertTestHousehold() });
  const placed = await placeCheckout(
    GUEST,
    testSubmission({ lines: [{ productId, quantity: 1 }], expectedTotalVnd: DUE }),
  );
  if (!placed.ok) throw new Error(placed.code);
  ({ code, key } = placed.value);
});
afterEach(() => close());

function args(query: Record<string, string>, form?: Record<string, string>) {
  const url = `http://localhost/orders?${new URLSearchParams(query).toString()}`;
  const request = new Request(url, {
    method: form ? "POST" : "GET",
    body: form ? new URLSearchParams(form) : null,
  });
  const context = {
    addressLanguage: "vi",
    visiblePath: "",
    clientNetwork: "",
    reference: "test",
  } as const;
  return {
    request,
    params: { orderCode: query["code"] ?? "", qrFile: query["file"] ?? "vietqr.svg" },
    context,
  } satisfies ActionFunctionArgs;
}

const thrownBy = (answer: Promise<unknown>) => answer.catch((thrown: unknown) => thrown);

describe.each([
  ["page", orderDoor.loader],
  ["QR", qrDoor.loader],
  ["status", statusDoor.loader],
  ["simulator", simulatorDoor.loader],
] as const)("the order's %s", (_, load) => {
  it("opens with its key", async () => {
    await expect(load(args({ code, key }))).resolves.toBeTruthy();
  });

  it.each([
    ["no key", () => ({ code })],
    ["a wrong key", () => ({ code, key: "x".repeat(22) })],
    ["a shortened key", () => ({ code, key: key.slice(0, -1) })],
    ["another order's code", () => ({ code: "UQ2222222", key })],
    ["no code", () => ({ key })],
  ])("is not there with %s", async (_case, query) => {
    expect(await thrownBy(load(args(query())))).toMatchObject({ status: 404 });
  });
});

describe("a payment", () => {
  const stateOf = async () => {
    const answer = await statusDoor.loader(args({ code, key }));
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    return answer.json() as Promise<{ state: string }>;
  };
  const pay = (amountVnd: number) =>
    receiveBankNotice({
      notice: testNotice({ amountVnd: vnd(amountVnd), content: code }),
      rawBody: "{}",
    });

  it("changes the state, and the QR is gone once it is whole", async () => {
    const before = await stateOf();
    await pay(1_000);
    const partly = await stateOf();
    expect(partly).not.toEqual(before);
    const page = await orderDoor.loader(args({ code, key }));
    expect(page.payment).toMatchObject({ remainingVnd: DUE - 1_000, paidAt: null });
    const picture = await qrDoor.loader(args({ code, key }));
    expect(picture.headers.get("Content-Type")).toBe("image/svg+xml");
    expect(picture.headers.get("Cache-Control")).toBe("private, no-store");
    expect(await picture.text()).toMatch(/^<svg .*221\.000\u00a0đ/);
    const saved = await qrDoor.loader(args({ code, key, file: "vietqr.png" }));
    expect(saved.headers.get("Content-Type")).toBe("image/png");
    const other = qrDoor.loader(args({ code, key, file: "vietqr.gif" }));
    expect(await thrownBy(other)).toMatchObject({ status: 404 });
    const lastSentAt = now();
    await pay(DUE - 1_000);
    expect(await stateOf()).not.toEqual(partly);
    const { payment } = await orderDoor.loader(args({ code, key }));
    expect(payment).toMatchObject({ status: "paid", capturedVnd: DUE });
    expect(payment.paidAt).toBeGreaterThanOrEqual(lastSentAt);
    expect(await thrownBy(qrDoor.loader(args({ code, key })))).toMatchObject({ status: 404 });
  });

  it("keeps its address out of other sites and caches", () => {
    const headers = new Headers(orderDoor.headers({} as never));
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Cache-Control")).toBe("private, no-store");
  });
});

describe("the bank simulator", () => {
  const send = (form: Record<string, string>) => simulatorDoor.action(args({ code, key }, form));

  it("reads the QR as a bank's app would", async () => {
    const page = await simulatorDoor.loader(args({ code, key }));
    expect(page.qr).toMatchObject({
      amountVnd: DUE,
      memo: code,
      payee: { accountNumber: settings().BANK_ACCOUNT_NUMBER },
    });
  });

  it("leaves a notice to send that SePay might have written", async () => {
    const answer = await send({ amountVnd: "5000", memo: code });
    expect(answer).toBeInstanceOf(Response);
    const messages = await reader().select().from(outboxMessages);
    const sent = messages.filter((message) => message.kind === "simulated_bank_notice");
    expect(sent).toHaveLength(1);
    const notice = parseSepayNotice(sent[0]?.payload);
    expect(notice).toMatchObject({ ok: true, value: { amountVnd: 5_000, direction: "in" } });
    expect(notice.ok && notice.value.content).toContain(code);
  });

  it.each(["", "0", "-1", "1.5", "1e5", " 100000 ", "0x10", "99999999999999", "NaN"])(
    "refuses the amount %j",
    async (amountVnd) => {
      expect(await send({ amountVnd, memo: code })).toMatchObject({
        init: { status: 400 },
        data: { submission: { error: { amountVnd: ["transfer_amount_invalid"] } } },
      });
      const messages = await reader().select().from(outboxMessages);
      expect(messages.filter((message) => message.kind === "simulated_bank_notice")).toEqual([]);
    },
  );

  it("does not exist in production", async () => {
    useProduction();
    expect(await thrownBy(simulatorDoor.loader(args({ code, key })))).toMatchObject({
      status: 404,
    });
    expect(await thrownBy(send({ amountVnd: "5000", memo: code }))).toMatchObject({ status: 404 });
  });
});
