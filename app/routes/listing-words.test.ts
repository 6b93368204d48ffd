import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { listingDrafts } from "~db/schema/catalog-listings";
import type { Answered } from "~/domain/catalog/listing-answers";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import * as summaryDoor from "./household.listings.$listingId_.summary";
import { args, mine, NO_CONSENT, agent, outcomeOf, setUpDesks } from "./test-desk";

setUpDesks();

const answers: Answered = {
  photo: { at: 1, value: null },
  kind: { at: 2, value: 4 },
  name: { at: 3, value: "Mật ong bạc hà" },
  unit: { at: 4, value: "bottle" },
  content: { at: 5, value: { amount: 500, measure: "ml" } },
  price: { at: 6, value: 185_000 },
  stock: { at: 7, value: { kind: "season", fromMonth: 11, toMonth: 12 } },
};

async function insertDraft() {
  const id = newId("prd");
  const [householdId, userId, time] = [mine.householdId, mine.userId, now()];
  const times = { createdAt: time, touchedAt: time };
  await inTransaction((tx) =>
    tx.insert(listingDrafts).values({ id, householdId, userId, answers, version: 7, ...times }),
  );
  const at = (form?: Record<string, string>, cookie = mine.cookie) => ({
    ...args(`/household/listings/${id}/summary`, { cookie, ...(form ? { form } : {}) }),
    params: { listingId: id },
  });
  return { id, at };
}

it("what was typed in the summary is there again after a question was looked at", async () => {
  const { id, at } = await insertDraft();
  const plain = (await summaryDoor.loader(at())).words.description;
  expect(plain).toContain("Mật ong bạc hà");
  // Left as it stood: it goes on saying what the answers say.
  await outcomeOf(summaryDoor.action(at({ to: "name", description: plain })));
  expect((await reader().select().from(listingDrafts))[0]?.answers.words).toBeUndefined();
  const words = { description: "Ngắn", taxClass: "processed" };
  expect(await outcomeOf(summaryDoor.action(at({ to: "stock", ...words })))).toEqual({
    status: 303,
    location: `/household/listings/${id}/stock?when=season`,
  });
  expect(await summaryDoor.loader(at())).toMatchObject({ words, version: 7 });
  await outcomeOf(summaryDoor.action(at({ to: "photo" })));
  expect((await summaryDoor.loader(at())).words).toEqual({ description: "" });
  expect(await reader().$count(auditEntries)).toBe(2);
  const foreign = summaryDoor.action(at({ to: "photo", ...words }, agent.cookie));
  expect(await outcomeOf(foreign)).toEqual(NO_CONSENT);
});
