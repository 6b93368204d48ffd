import { describe, expect, it } from "vitest";
import { delegations } from "~db/schema/households-delegations";
import { insertTestHousehold, insertTestProduct, insertTestUser } from "~/domain/flows/test-shop";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { DAY_MS, localDateOf } from "~/platform/period";
import * as agentDoor from "./agent._index";
import { mine, agent, args, outcomeOf, setUpDesks } from "./test-desk";

setUpDesks();

describe("the agent's desk", () => {
  it("shows the households whose consent holds now, and no other", async () => {
    const time = now();
    const consent = (householdId: string, change: Partial<typeof delegations.$inferInsert>) => ({
      id: newId("dlg"),
      householdId,
      code: newId("dlg"),
      agentId: agent.id,
      powers: ["products" as const],
      days: 365,
      termsVersion: 1,
      way: "code" as const,
      codeId: "pcd_1",
      askedAt: time - 10 * DAY_MS,
      consentedAt: time - 10 * DAY_MS,
      expiresAt: time + 30 * DAY_MS,
      ...change,
    });
    const revoked = await insertTestHousehold({ slug: "da-rut" });
    const expired = await insertTestHousehold({ slug: "het-han" });
    const helped = await insertTestHousehold({ slug: "duoc-giup" });
    await insertTestProduct({ householdId: helped, searchId: 1_000 });
    const otherAgent = await insertTestUser({ role: "agent" });
    await inTransaction(async (tx) => {
      await tx.insert(delegations).values([
        consent(revoked, { endedAt: time - DAY_MS, endedBy: "household" }),
        consent(expired, { expiresAt: time }),
        consent(helped, {}),
        // Renewed before the first ended: one household, the longer consent.
        consent(helped, { expiresAt: time + 60 * DAY_MS }),
        consent(mine.householdId, { agentId: otherAgent }),
      ]);
    });
    const { households } = await agentDoor.loader(args("/agent", agent));
    expect(households).toMatchObject([
      { slug: "duoc-giup", publishedCount: 1, waitingOrderCount: 0 },
    ]);
    expect(households[0]?.consentUntil).toBe(localDateOf(time + 60 * DAY_MS - 1));
    expect(await outcomeOf(agentDoor.loader(args("/agent", mine)))).toMatchObject({ status: 403 });
  });
});
