/** Places an order over HTTP as a browser without JavaScript would: by reading forms and sending them. */

export type PlacedOrder = {
  path: string;
  code: string;
  key: string;
  cartCookie: string;
  status: number;
};

export type OrderOptions = {
  prefix?: string;
  productPath: string;
  quantity?: number;
  method?: "vietqr" | "vietqr_on_delivery" | "cod";
};

/** Throws with the page's first words when a step is refused. */
export async function placeOrder(origin: string, options: OrderOptions): Promise<PlacedOrder> {
  const cartCookie = await fillCart(origin, options);
  const response = await submitCheckout(origin, { ...options, cartCookie });
  const location = response.headers.get("Location");
  if (response.status !== 302 && response.status !== 303) {
    throw new Error(`checkout answered ${response.status}: ${readable(await response.text())}`);
  }
  const url = new URL(location ?? "", origin);
  return {
    path: url.pathname + url.search,
    code: url.pathname.split("/").at(-1) ?? "",
    key: url.searchParams.get("key") ?? "",
    cartCookie,
    status: response.status,
  };
}

/** Puts a product into an empty cart; answers the cart's cookie. */
export async function fillCart(origin: string, options: OrderOptions): Promise<string> {
  const page = await (await fetch(origin + options.productPath)).text();
  const response = await post(`${origin}${options.prefix ?? ""}/cart/items`, {
    ...hiddenFields(page, "/cart/items"),
    quantity: String(options.quantity ?? 1),
  });
  const cookie = /^cart=([^;]*)/.exec(response.headers.get("Set-Cookie") ?? "")?.[1];
  if (!cookie) throw new Error(`the cart took nothing: ${response.status}`);
  return cookie;
}

/** Opens the checkout and sends its form. */
export async function submitCheckout(
  origin: string,
  options: OrderOptions & { cartCookie: string },
): Promise<Response> {
  const url = `${origin}${options.prefix ?? ""}/checkout`;
  const cookie = { Cookie: `cart=${options.cartCookie}` };
  const form = await checkoutForm(origin, options);
  return post(url, form, cookie);
}

/** The fields that a buyer would send from the checkout page. */
export async function checkoutForm(
  origin: string,
  options: OrderOptions & { cartCookie: string },
): Promise<Record<string, string>> {
  const url = `${origin}${options.prefix ?? ""}/checkout`;
  const page = await (
    await fetch(url, { headers: { Cookie: `cart=${options.cartCookie}` } })
  ).text();
  const commune = /<option value="(\d{5})"/.exec(page)?.[1] ?? "";
  const province = /<option value="(\d{2})"[^>]*selected/.exec(page)?.[1] ?? "08";
  return {
    ...hiddenFields(page, "/checkout"),
    buyerName: "Nguyễn Thị Mẫu",
    buyerPhone: ownPhone(),
    provinceCode: province,
    communeCode: commune,
    addressLine: "Thôn Mẫu",
    note: "",
    method: options.method ?? "vietqr",
  };
}

let phonesSoFar = 0;

/**
 * Of a buyer who has no other order: one phone may have only a few to be paid in cash. From the part of the sample
 * block that no sample buyer, household or account has.
 */
export function ownPhone(): string {
  phonesSoFar += 1;
  return `0900${String(10_000 + (phonesSoFar % 90_000)).padStart(6, "0")}`;
}

export function post(
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Hidden inputs of the form whose action ends so. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const forms = html
    .split("<form")
    .slice(1)
    .map((rest) => rest.split("</form>")[0] ?? "");
  const form =
    forms.find((one) => (/action="([^"]*)"/.exec(one)?.[1] ?? "").endsWith(action)) ?? "";
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? "";
  }
  return fields;
}

function readable(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 400);
}
