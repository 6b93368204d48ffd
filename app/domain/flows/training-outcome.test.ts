import { expect, it } from "vitest";
import { productEvents } from "~db/schema/catalog";
import { householdEvents } from "~db/schema/households";
import { loadOutcomes } from "~/domain/training/queries-outcome.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, DAY_MS } from "~/platform/period";
import { attendTraining } from "./attend-training.server";
import { insertTestProduct } from "./test-shop";
import { ALL, at, kept, person, TODAY, setUpTraining, training } from "./test-training";

setUpTraining();

it("counts what came of it as households list and sell", async () => {
  const { householdId, scope, helper, other, member, begin, change } = training;
  const { sessionId, code } = await begin();
  await attendTraining(member, scope, { householdId, code });
  await change(sessionId, person());
  const event = async (daysAfter: number, kind: "joined" | "listed") => {
    const occurredAt = now() + daysAfter * DAY_MS;
    await inTransaction(async (tx) => {
      if (kind === "joined") {
        const id = newId("hev");
        await tx
          .insert(householdEvents)
          .values({ id, householdId, toStatus: "approved", occurredAt });
      } else {
        const id = newId("pev");
        await tx.insert(productEvents).values({ id, productId, toStatus: "published", occurredAt });
      }
    });
  };
  const productId = await insertTestProduct({ householdId });
  await event(-200, "joined");
  const { total, ofSession } = await loadOutcomes(ALL);
  expect(total).toMatchObject({
    households: 1,
    persons: 1,
    joined: { before: 1 },
    listed: { waiting: 1 },
    sold: { waiting: 1 },
  });
  expect(ofSession(sessionId)).toEqual(total);
  await event(3, "listed");
  at(addDays(TODAY, 4));
  expect((await loadOutcomes(kept(helper))).total).toMatchObject({
    listed: { within: 1, waiting: 0 },
  });
  expect((await loadOutcomes(kept(other))).total).toMatchObject({ households: 0, persons: 0 });
  at(addDays(TODAY, 90));
  expect((await loadOutcomes(ALL)).total).toMatchObject({
    listed: { within: 1 },
    sold: { not: 1, waiting: 0 },
  });
});
