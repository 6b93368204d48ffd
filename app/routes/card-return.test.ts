import { afterAll, beforeAll, expect, it } from "vitest";
import {
  api,
  openCardShop,
  openedSession,
  payOnPage,
  placeCardOrder,
  standOf,
  type CardShop,
} from "~/domain/flows/test-cards";
import { checkoutKey } from "~/domain/identity/checkout-key.server";
import { setClock } from "~/platform/clock.server";
import { startOfDate } from "~/platform/period";
import { readCardReturn, writeCardReturn } from "~/web/card-return.server";
import { action, loader } from "./_store.orders.$orderCode_.card";

let shop: CardShop;
let order: { id: string; code: string };
let other: { id: string; code: string };

beforeAll(async () => {
  setClock(startOfDate("2026-11-23") + 9 * 3_600_000);
  shop = await openCardShop();
  order = await placeCardOrder(shop.productId);
  other = await placeCardOrder(shop.productId);
});
afterAll(async () => {
  setClock();
  await shop.close();
});

const context = { addressLanguage: "vi", clientNetwork: "test", isForm: false } as never;
const cookieOf = ({ code }: { code: string }) =>
  writeCardReturn(code, checkoutKey(code)).split(";")[0] ?? "";

/** Where the return of this order leads a browser with these cookies. */
async function comeBack(code: string, query: string, cookie = ""): Promise<string> {
  const request = new Request(`http://127.0.0.1/orders/${code}/card${query}`, {
    headers: { Cookie: cookie },
  });
  try {
    await loader({ request, params: { orderCode: code }, context });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.headers.get("Location") ?? "";
    throw thrown;
  }
  throw new Error("the return has no page of its own");
}

it("case 15: a session that is somebody else's shows nothing and moves nothing", async () => {
  const url = await openedSession(other.id);
  await payOnPage(url);
  const [attempt] = (await standOf(other.id)).attempts;
  await openedSession(order.id);
  const query = `?session_id=${attempt?.sessionId}`;
  expect(await comeBack(order.code, query)).toBe("/orders");
  expect(await comeBack(order.code, query, cookieOf(other))).toBe("/orders");
  expect(await comeBack(order.code, query, cookieOf(order))).toContain(`/orders/${order.code}?`);
  expect(await standOf(order.id)).toMatchObject({ payment: "open", charges: [] });
  expect(await standOf(other.id)).toMatchObject({ payment: "open", charges: [] });
});

it("case 16: opened without paying it says so, and is paid only once the provider says it", async () => {
  const url = await openedSession(order.id);
  const page = await comeBack(order.code, "", cookieOf(order));
  expect(page).toContain("card=returned");
  expect(await standOf(order.id)).toMatchObject({ payment: "open" });
  await payOnPage(url);
  await comeBack(order.code, "", cookieOf(order));
  expect(await standOf(order.id)).toMatchObject({ payment: "paid" });
});

it("gives the provider no key of the order", async () => {
  const { code } = await placeCardOrder(shop.productId);
  const key = checkoutKey(code);
  const request = new Request(`http://127.0.0.1/orders/${code}/card?key=${key}`, {
    method: "POST",
  });
  const answer = await action({ request, params: { orderCode: code }, context });
  if (!(answer instanceof Response)) throw new Error("it led nowhere");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("Location")).toContain(shop.mock.url);
  const cookie = answer.headers.get("Set-Cookie") ?? "";
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  const headers = new Headers({ Cookie: cookie.split(";")[0] ?? "" });
  expect(readCardReturn({ headers }, code)).toBe(key);
  const sessions = await api<{ data: unknown[] }>(shop.mock, "checkout/sessions?limit=1");
  expect(JSON.stringify(sessions.data)).not.toContain(key);
});
