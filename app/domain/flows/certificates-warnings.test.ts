import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { products } from "~db/schema/catalog";
import { notices } from "~db/schema/notices";
import { loadRenewed } from "~/domain/certificates/queries-renewal.server";
import { countEndingCertificates } from "~/domain/certificates/queries-desk.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { addDays } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { createMailbox, tellAll } from "./test-mailbox";
import { insertTestProduct } from "./test-shop";
import {
  at,
  entryOf,
  insertTestCertificates,
  starsOf,
  TODAY,
  type TestCertificates,
} from "./test-certificates";

let close: () => void;
let desk: TestCertificates;

beforeEach(async () => {
  close = openTestDatabase();
  at(TODAY);
  desk = await insertTestCertificates();
});
afterEach(() => {
  setClock();
  close();
});

const PREFIX = "household_certificate_";
/** What the household is told, in short. */
async function heard(): Promise<string[]> {
  const mailbox = createMailbox(({ kind }) => {
    const text = kind.replace(PREFIX, "");
    return { subject: "", text, shortText: text, link: "", footer: "", values: {} };
  });
  await tellAll(mailbox);
  return [...mailbox.messages.values()].map(({ words }) => words.text);
}

describe("warnings", () => {
  const DAYS = [180, 90, 30] as const;
  const warned = async () =>
    (await heard()).flatMap((kind) => DAYS.filter((days) => kind === `ends_${days}`));

  test("come at 180, 90 and 30 days, once each, then the end is told", async () => {
    const { confirmed } = desk;
    const id = await confirmed();
    expect(await heard()).toEqual(["confirmed"]);
    const end = "2029-06-30";
    for (const days of DAYS) {
      at(addDays(end, -days - 1), 20);
      expect(await heard()).toEqual([]);
      at(addDays(end, -days), 8);
      expect(await warned()).toEqual([days]);
      at(addDays(end, -days + 1), 8);
      expect(await heard()).toEqual([]);
    }
    expect(await countEndingCertificates()).toBe(1);
    at(end, 8);
    expect(await heard()).toEqual(["ended"]);
    expect(await countEndingCertificates()).toBe(0);
    expect((await entryOf(id))?.state).toBe("expired");
  });

  test("that are passed when it is confirmed give way to the one that is due", async () => {
    const { confirmed } = desk;
    await confirmed({ issuedOn: "2024-01-21", expiresOn: addDays(TODAY, 60) });
    expect(await warned()).toEqual([90]);
    at(addDays(TODAY, 30), 8);
    expect(await warned()).toEqual([30]);
  });

  test("are none of one that is revoked, or followed by one that waits or is confirmed", async () => {
    const { productId, secondId, written, send, decide, confirmed, revoke } = desk;
    const end = "2026-12-22";
    const ending = { issuedOn: "2023-12-22", expiresOn: end, stars: "4" };
    const [renewed, revoked] = [
      await confirmed(ending),
      await confirmed({ ...ending, productIds: [secondId] }),
    ];
    await heard();
    at(addDays(end, -30), 7);
    expect(await countEndingCertificates()).toBe(2);
    await revoke(revoked, addDays(end, -30));
    const next = await written({ renewsId: renewed }, addDays(end, -30));
    expect((await loadRenewed(reader(), [renewed])).has(renewed)).toBe(false);
    await send(next);
    expect(await countEndingCertificates()).toBe(0);
    expect(await heard()).toEqual(["revoked"]);
    await decide(next, "sent_back");
    expect(await countEndingCertificates()).toBe(1);
    await send(next);
    await decide(next, "confirmed");
    await heard();
    at(end, 8);
    expect(await heard()).toEqual([]);
    expect(await starsOf("mat-ong")).toBe(4);
    const [product] = await reader().select().from(products).where(eq(products.id, productId));
    expect(product?.certificateId).toBe(next);
  });

  test("lapse while another waits, and its end is told all the same when that one still does", async () => {
    const { written, send, confirmed } = desk;
    const end = addDays(TODAY, 60);
    const ending = await confirmed({ issuedOn: "2024-01-21", expiresOn: end });
    await heard();
    await send(await written({ renewsId: ending }));
    at(addDays(end, -30), 8);
    expect(await warned()).toEqual([]);
    at(end, 8);
    expect(await heard()).toEqual(["ended"]);
  });

  test("go on for a product that the one that follows leaves out", async () => {
    const { productId, secondId, written, send, decide, confirmed, revoke } = desk;
    const end = addDays(TODAY, 60);
    const both = { issuedOn: "2024-01-21", expiresOn: end, productIds: [productId, secondId] };
    const ending = await confirmed(both);
    expect(await warned()).toEqual([90]);
    const next = await written({ renewsId: ending, productIds: [productId] });
    await send(next);
    expect(await countEndingCertificates()).toBe(1);
    await decide(next, "confirmed");
    await heard();
    at(addDays(end, -30), 8);
    expect(await warned()).toEqual([30]);
    const last = await written({ renewsId: ending, productIds: [secondId] }, addDays(end, -30));
    await send(last);
    expect(await countEndingCertificates()).toBe(0);
    await decide(last, "confirmed");
    await heard();
    await revoke(last, addDays(end, -30));
    expect(await countEndingCertificates()).toBe(1);
    await heard();
    at(end, 8);
    expect(await heard()).toEqual(["ended"]);
    expect([await starsOf("mat-ong"), await starsOf("mat-rung")]).toEqual([4, null]);
  });

  test("are never told twice, whatever day it is confirmed and however seldom anybody looks", async () => {
    const { householdId, confirmed } = desk;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 400 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
        async (left, steps) => {
          at(TODAY);
          const end = addDays(TODAY, left);
          const issuedOn = addDays(end, -1_090);
          const issuer = { stars: "4", issuerLevel: "province" };
          const ofThisRound = await insertTestProduct({ householdId });
          await confirmed({ ...issuer, issuedOn, expiresOn: end, productIds: [ofThisRound] });
          const told = await warned();
          const passed = DAYS.filter((days) => left <= days);
          // The one that is due, or none before the first.
          expect(told).toEqual(passed.slice(-1));
          let day = 0;
          for (const step of steps) {
            day += step;
            at(addDays(TODAY, day), 12);
            told.push(...(await warned()));
          }
          expect(new Set(told).size).toBe(told.length);
          expect(told).toEqual(told.toSorted((a, b) => b - a));
          const seen = await reader().select().from(notices);
          expect(seen.filter(({ status }) => status === "undeliverable")).toEqual([]);
          // The next round begins without it.
          await inTransaction(async (tx) => {
            await tx.delete(notices);
          });
        },
      ),
      { numRuns: 12 },
    );
  });
});
