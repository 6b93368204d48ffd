import { DEMO_PASSWORD, PHONES } from "./journey";
import { placeOrder, post, type PlacedOrder } from "./place-order";

export type ReturnedOrder = {
  delivered: PlacedOrder;
  /** An order that came, with one request that waits for its household; and one that nobody has complained of. */
  requested: PlacedOrder;
  requestCode: string;
  /** To be paid by QR at the door; nobody has touched it yet. */
  atDoor: PlacedOrder;
};

/** Two orders in cash of the sample household, brought and received; one of them is asked to be taken back. */
export async function placeReturned(origin: string): Promise<ReturnedOrder> {
  const cookie = await signIn(origin, PHONES.household);
  const list = await (
    await fetch(`${origin}/household/products`, { headers: { Cookie: cookie } })
  ).text();
  const productPath =
    /href="\/household(\/products\/(?!(?:new|table)")[^"?/]+)"/.exec(list)?.[1] ?? "";
  const bring = async () => {
    const order = await placeOrder(origin, { productPath, method: "cod", quantity: 2 });
    const desk = `${origin}/household/orders/${order.code}-1`;
    await post(`${desk}/confirmation`, {}, { Cookie: cookie });
    await post(
      `${desk}/shipment`,
      { carrier: "VNPost", trackingCode: "EE123VN" },
      { Cookie: cookie },
    );
    await post(`${desk}/delivery`, {}, { Cookie: cookie });
    return order;
  };
  const [delivered, requested] = [await bring(), await bring()];
  const atDoor = await placeOrder(origin, { productPath, method: "vietqr_on_delivery" });
  const answer = await post(`${origin}${returnsPath(requested, "/new")}`, {
    reason: "damaged",
    packs0: "1",
    note: "Một gói bị rách, xin trả lại.",
  });
  if (answer.status >= 400) throw new Error(`a request was answered ${answer.status}`);
  return { delivered, requested, requestCode: `${requested.code}-1-T1`, atDoor };
}

/** Below the page of an order, with its key; of the first household. */
export function returnsPath({ path, code }: PlacedOrder, rest: string): string {
  return `${path.replace("?", `/returns${rest}?`)}&order=${code}-1`;
}

/** The cookies of a person of the demo. */
export async function signIn(origin: string, phone: string): Promise<string> {
  const answer = await post(`${origin}/sign-in`, { phone, password: DEMO_PASSWORD });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
