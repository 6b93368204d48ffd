import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { maskPhone } from "~/domain/identity/phone";
import { notices } from "~db/schema/notices";
import { checkouts } from "~db/schema/orders";
import { ask } from "~/domain/flows/test-contracts";
import { createMailbox, tellAll } from "~/domain/flows/test-mailbox";
import { honey, householdId, place, setUpOrders } from "~/domain/flows/test-orders";
import { joined, openList, plant } from "~/domain/flows/test-preorders";
import { keyOfCode, readingKey, thingOfCode } from "~/domain/identity/link-key.server";
import { openChannels } from "~/domain/notices/open-channels.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { useProduction } from "~/platform/test-production.server";
import { newToken } from "~/platform/ids";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { wordNotice } from "~/ui/notices/word-notice";
import * as door from "./_store.links.$purchaseCode";
import { loader as openOrder } from "./_store.orders.$orderCode";
import { args } from "./test-buyer";
import { outcomeOf } from "./test-desk";

setUpOrders();
// The clock of these tests moves on: yesterday's share of a number is not today's.
let days = 0;
beforeEach(() => setClock(now() + (days += 2) * DAY_MS));

const readingOf = (code: string) => readingKey(thingOfCode(code), code);
function knock(code: string, key = readingOf(code), clientNetwork = newToken()) {
  const asked = args(`/links/${code}?key=${key}`, { form: {} });
  const context = { ...asked.context, clientNetwork };
  return outcomeOf(door.action({ ...asked, params: { purchaseCode: code }, context }));
}
async function heard(): Promise<{ phone: string | null; link: string }[]> {
  const mailbox = createMailbox((notice) =>
    wordNotice(notice, { origin: "https://cho.example", keyOf: keyOfCode, contact: "" }),
  );
  await tellAll(mailbox);
  return [...mailbox.messages.values()]
    .filter(({ kind }) => kind === "link_asked")
    .map(({ phone, words }) => ({ phone, link: words.link }));
}

it("goes to the phone of whatever was bought, and shows whoever asks nothing", async () => {
  const oranges = await plant(householdId);
  await openList(oranges);
  const codes = [
    (await place("vietqr")).code,
    await ask(householdId, honey),
    await joined(oranges, 1),
  ];
  for (const code of codes) {
    const key = readingOf(code);
    const page = { order: "orders", contract: "contracts", preorder: "preorders" }[
      thingOfCode(code)
    ];
    expect(await knock(code)).toEqual({
      status: 303,
      location: `/${page}/${code}?key=${key}&link=sent`,
    });
    expect((await knock(code, "x")).status).toBe(404);
    expect(await heard()).toEqual([
      {
        phone: expect.stringMatching(/^09\d{8}$/),
        link: `https://cho.example/o/${code}.${keyOfCode(code)}`,
      },
    ]);
  }
});

it("leads whoever reloads its address to the page", async () => {
  const { code } = await place("cod");
  const key = readingOf(code);
  const asked = { ...args(`/links/${code}?key=${key}`), params: { purchaseCode: code } };
  const open = async () => door.loader(asked);
  expect(await outcomeOf(open())).toEqual({ status: 303, location: `/orders/${code}?key=${key}` });
});

it("goes nowhere once who bought it has deleted their account", async () => {
  const { code, id } = await place("cod");
  await inTransaction(async (tx) => {
    await tx.update(checkouts).set({ buyerName: "" }).where(eq(checkouts.id, id));
  });
  expect(await knock(code)).toEqual({
    status: 303,
    location: `/orders/${code}?key=${readingOf(code)}`,
  });
  expect(await heard()).toEqual([]);
});

it("is sent at night too, and not when it has waited for an hour", async () => {
  const { code } = await place("cod");
  await heard();
  setClock(now() + 14 * HOUR_MS); // 23:00
  await knock(code);
  expect(await heard()).toHaveLength(1);
  await knock(code);
  setClock(now() + HOUR_MS);
  expect(await heard()).toEqual([]);
});

it("goes to one number three times a day, and out for one network ten times an hour", async () => {
  const { code } = await place("cod");
  const statuses = [];
  for (let number = 0; number < 4; number += 1) statuses.push((await knock(code)).status);
  expect(statuses).toEqual([303, 303, 303, 429]);
  const network = newToken();
  for (let number = 0; number < 10; number += 1) await knock(code, readingOf(code), network);
  const other = await ask(householdId, honey);
  expect((await knock(other, readingOf(other), network)).status).toBe(429);
  const asked = (await reader().select().from(notices)).filter(({ kind }) => kind === "link_asked");
  expect(asked).toHaveLength(3);
});

it("is offered by the page that only shows, by no other, and not where no message reaches a phone", async () => {
  const { code, phone } = await place("cod");
  const open = async (key: string, query = "") =>
    (
      await openOrder({
        ...args(`/orders/${code}?key=${key}${query}`),
        params: { orderCode: code },
      })
    ).reading;
  const key = readingOf(code);
  expect(await open(keyOfCode(code))).toBeNull();
  const shown = { code, key, isBuyerGone: false, phone: maskPhone(phone), isSent: false };
  expect(await open(key)).toEqual(shown);
  expect(await open(key, "&link=sent")).toMatchObject({ isSent: true });
  useProduction();
  expect(openChannels()).toEqual({});
  expect(await open(readingOf(code))).toMatchObject({ phone: null });
  expect((await knock(code)).status).toBe(404);
});
