import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { sendEvidence } from "~/domain/flows/send-evidence.server";
import { insertTestConsent } from "~/domain/flows/test-consent";
import { loadChecklistEntry } from "~/domain/joining/queries-checklists.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { DAY_MS } from "~/platform/period";
import * as door from "./household.joining_.evidence.$stepId.$place";
import { agent, args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const ITEM = "jit_identity";

it("shows a household its own paper, and notes when its helper looks at it", async () => {
  const { householdId, userId } = mine;
  const sent = await sendEvidence(
    { kind: "user", userId, role: "household_member" },
    { kind: "households", householdIds: [householdId] },
    {
      householdId,
      itemId: ITEM,
      formId: newId("jsf"),
      files: [sentWhole(new TextEncoder().encode("%PDF-1.7\n%%EOF"))],
    },
  );
  expect(sent.ok).toBe(true);
  const stepId = (await loadChecklistEntry(householdId, ITEM))?.steps[0]?.id ?? "";
  const look = (cookie: string, place = "1") => {
    const asked = args(`/household/joining/evidence/${stepId}/${place}`, { cookie });
    return outcomeOf(door.loader({ ...asked, params: { stepId, place } }));
  };
  const looks = () =>
    reader()
      .select({ actorId: auditEntries.actorId, subjectId: auditEntries.subjectId })
      .from(auditEntries)
      .where(eq(auditEntries.action, "joining.look"));
  expect((await look(mine.cookie)).status).toBe(200);
  expect((await look(theirs.cookie)).status).toBe(404);
  expect((await look(mine.cookie, "2")).status).toBe(404);
  const acting = `${agent.cookie}; acting=${householdId}`;
  expect((await look(acting)).status).toBe(303);
  expect(await looks()).toEqual([]);

  const consent = { agentId: agent.id, householdId, powers: ["shop" as const] };
  await insertTestConsent({ ...consent, expiresAt: now() + DAY_MS });
  expect((await look(acting)).status).toBe(200);
  expect(await looks()).toEqual([{ actorId: agent.id, subjectId: householdId }]);
});
