import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { now, setClock } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { startOfDate } from "~/platform/period";
import { pollCardEvents } from "./poll-card-events.server";
import { sweepCards } from "./sweep-cards.server";
import { takeCardNotice } from "./take-card-notice.server";
import {
  api,
  control,
  openCardShop,
  placeCardOrder,
  signedNotice,
  type CardShop,
} from "./test-cards";

/** Test support: in a shop that takes cards, a new order for each test. */
export let shop: CardShop;
export let orderId: string;
export let code: string;

export function setUpCardOrders(): void {
  beforeAll(async () => {
    setClock(startOfDate("2026-11-23") + 9 * 3_600_000);
    shop = await openCardShop();
  });
  afterAll(async () => {
    expect(await checkLedger()).toEqual([]);
    setClock();
    await shop.close();
  });
  beforeEach(async () => {
    ({ id: orderId, code } = await placeCardOrder(shop.productId));
  });
  afterEach(async () => {
    await mend();
  });
}

export const fault = (body: object) => control(shop.mock, "faults", { method: "POST", body });
export const mend = () => control(shop.mock, "faults", { method: "DELETE" });
export const poll = () => pollCardEvents(shop.provider);
export const sweep = () => sweepCards(shop.provider);
export const pass = (milliseconds: number) => setClock(now() + milliseconds);

type Listed<Thing> = { data: Thing[] };
type Session = { id: string; client_reference_id: string };

export async function ownSessions() {
  const listed = await api<Listed<Session>>(shop.mock, "checkout/sessions?limit=100");
  return listed.data.filter((one) => one.client_reference_id === code);
}

type Event = { id: string; type: string; data: { object: Record<string, unknown> } };

export const eventsAt = async () => (await api<Listed<Event>>(shop.mock, "events?limit=100")).data;
export const lastOf = async (type: string) =>
  present(
    (await eventsAt()).find((event) => event.type === type),
    `no ${type}`,
  );
export const tell = (event: object) => takeCardNotice(signedNotice(JSON.stringify(event)));
