import { PHONES } from "./journey";
import { signIn } from "./returned-order";

const ANSWERS = [
  ["kind", { ocopSet: "11" }],
  ["name", { name: "Chè shan tuyết Lũng Phìn" }],
  ["unit", { unit: "bag" }],
  ["content", { quantity: "200", measure: "g" }],
  ["price", { priceVnd: "190.000" }],
  ["stock", { stockCount: "12", madeOn: "2026-11-01" }],
] as const;

const BY_TENS = [
  ["kind", { ocopSet: "1" }],
  ["name", { name: "Cam sành Bắc Quang" }],
  ["unit", { unit: "dozen" }],
  ["content", { quantity: "12", measure: "qua" }],
] as const;

/**
 * Two products that the demo household is being asked about, one to the end and one half-way; answers the address of
 * each question, as it stands there with its answer, and of the summary.
 */
export async function beginListings(origin: string): Promise<Record<string, string>> {
  const Cookie = await signIn(origin, PHONES.household);
  const whole = await fill(origin, Cookie, ANSWERS);
  const half = await fill(origin, Cookie, BY_TENS);
  return {
    photo: `${whole}/photo`,
    kind: `${whole}/kind`,
    sets: `${whole}/kind?group=food`,
    name: `${whole}/name`,
    unit: `${whole}/unit`,
    content: `${whole}/content`,
    dozen: `${half}/content`,
    weight: `${half}/weight`,
    price: `${whole}/price`,
    stock: `${whole}/stock`,
    season: `${whole}/stock?when=season`,
    summary: `${whole}/summary`,
    removal: `${half}/removal`,
  };
}

async function fill(
  origin: string,
  Cookie: string,
  answers: readonly (readonly [screen: string, answer: Record<string, string>])[],
): Promise<string> {
  const page = await (
    await fetch(`${origin}/household/products/new`, { headers: { Cookie } })
  ).text();
  const listingId = /name="listingId" value="(prd_[0-9a-f]{32})"/.exec(page)?.[1] ?? "";
  await post(`${origin}/household/products/new`, Cookie, { listingId, seen: "0", later: "1" });
  const path = `/household/listings/${listingId}`;
  for (const [screen, answer] of answers) {
    await post(`${origin}${path}/${screen}`, Cookie, { seen: "0", ...answer });
  }
  return path;
}

async function post(url: string, Cookie: string, form: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(form);
  const answer = await fetch(url, {
    method: "POST",
    headers: { Cookie },
    body,
    redirect: "manual",
  });
  if (answer.status !== 303) throw new Error(`${url} answered ${answer.status}`);
}
