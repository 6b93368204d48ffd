import { once } from "node:events";
import { Agent, request, type IncomingMessage } from "node:http";
import { checkoutForm, fillCart, ownPhone } from "../support/place-order";
import type { Shop } from "../support/shop";
import { cpuSeconds } from "./cpu-seconds";

/** A checkout page as a buyer fills it in; what is sent differs in its key and phone alone. */
export type FilledCheckout = { cartCookie: string; form: Record<string, string> };

export type CheckoutFigures = {
  perSecond: number;
  p50: number;
  p99: number;
  /** Of the server, each; 0 where the system does not say. */
  cpuMs: number;
};

/**
 * The mix: carts of one household and of two in turn, each paid by transfer and at the door in turn. Filled in from
 * the pages of this shop.
 * @param slugs products of different households
 */
export async function fillInCheckouts(
  shop: Shop,
  slugs: readonly [string, string],
): Promise<FilledCheckout[]> {
  const paths = slugs.map((slug) => `/products/${slug}`);
  const [productPath = ""] = paths;
  const carts = await Promise.all(
    paths.map((path) => fillCart(shop.origin, { productPath: path })),
  );
  const filled: FilledCheckout[] = [];
  for (const method of ["vietqr", "cod"] as const) {
    for (const cartCookie of [carts[0] ?? "", carts.join("~")]) {
      const form = await checkoutForm(shop.origin, { productPath, cartCookie, method });
      filled.push({ cartCookie, form });
    }
  }
  return filled;
}

/**
 * So many checkouts, sent by so many buyers who each wait for their answer. Keys are new, and each comes from an
 * address of its own, for a shop that trusts its proxy.
 */
export async function sendCheckouts(
  shop: Shop,
  filled: readonly FilledCheckout[],
  { buyers, count }: { buyers: number; count: number },
): Promise<CheckoutFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: buyers });
  const times: number[] = [];
  let next = 0;
  const buy = async () => {
    while (next < count) {
      const checkout = filled[next % filled.length];
      if (!checkout) throw new Error("no checkout to send");
      next += 1;
      const sentAt = performance.now();
      const status = await send(shop.origin, agent, checkout);
      if (status !== 303) throw new Error(`a checkout was answered ${status}`);
      times.push(performance.now() - sentAt);
    }
  };
  const cpuBefore = cpuSeconds(shop.process.pid);
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: buyers }, buy));
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpu = cpuSeconds(shop.process.pid) - cpuBefore;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    perSecond: count / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: (cpu * 1_000) / count,
  };
}

async function send(origin: string, agent: Agent, checkout: FilledCheckout): Promise<number> {
  const submissionKey = crypto.randomUUID().replaceAll("-", "");
  const body = new URLSearchParams({
    ...checkout.form,
    submissionKey,
    buyerPhone: ownPhone(),
  }).toString();
  const outgoing = request(`${origin}/checkout`, {
    agent,
    method: "POST",
    headers: {
      Cookie: `cart=${checkout.cartCookie}`,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": Buffer.byteLength(body),
      "X-Forwarded-For": `2001:db8:${submissionKey.slice(0, 4)}:${submissionKey.slice(4, 8)}::1`,
    },
  });
  outgoing.end(body);
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  answer.resume();
  await once(answer, "end");
  return answer.statusCode ?? 0;
}
