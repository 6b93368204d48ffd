import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach } from "vitest";
import { insertTestHousehold, insertTestProduct, insertTestShop } from "~/domain/flows/test-shop";
import { newToken } from "~/platform/ids";
import { openTestDatabase } from "~/platform/test-database.server";
import type { CartLine } from "~/web/cart-text";
import { readCart, writeCart } from "~/web/cookies.server";

let close: () => void;
export let honey: string;
export let wine: string;

export type Options = { form?: Record<string, string>; cart?: CartLine[]; language?: "vi" | "en" };

export function args(path: string, { form, cart = [], language = "vi" }: Options = {}) {
  const request = new Request(`http://localhost${path}`, {
    method: form ? "POST" : "GET",
    headers: { Cookie: cookieOf(cart) },
    body: form ? new URLSearchParams(form) : null,
  });
  const context = {
    addressLanguage: language,
    visiblePath: path,
    clientNetwork: newToken(),
    reference: "test",
  } as const;
  return { request, params: {}, context } satisfies ActionFunctionArgs;
}

export const cookieOf = (cart: CartLine[]) => writeCart(cart).split(";")[0] ?? "";

/** The cart that a response leaves in the browser. */
export function cartAfter(response: Response): CartLine[] {
  const cookie = response.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  return readCart(new Request("http://localhost/", { headers: { Cookie: cookie } }));
}

export async function responseOf(answer: Promise<unknown>): Promise<Response> {
  const result = await answer.catch((thrown: unknown) => thrown);
  if (!(result instanceof Response)) throw new Error(`no response: ${JSON.stringify(result)}`);
  return result;
}

/** Honey and wine on sale before each test. */
export function setUpBuyer(): void {
  beforeEach(async () => {
    close = openTestDatabase();
    await insertTestShop();
    const householdId = await insertTestHousehold();
    honey = await insertTestProduct({ householdId });
    wine = await insertTestProduct({ householdId, name: "Rượu ngô", ocopSet: 14 });
  });

  afterEach(() => close());
}
