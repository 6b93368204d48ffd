import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { insertTestConsent } from "~/domain/flows/test-consent";
import { insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { DAY_MS } from "~/platform/period";
import * as ownDoor from "./agent.consents.$delegationCode";
import * as departmentDoor from "./department.helpers_.$delegationCode";
import * as householdDoor from "./household.helpers";
import { agent, args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** An act of an agent in a household's name, a minute after the one before it. */
async function act(actorId: string, householdId: string, action: string): Promise<void> {
  vi.setSystemTime(Date.now() + 60_000);
  const entry = { id: newId("aud"), occurredAt: now(), actorId, actorKind: "agent", action };
  const subject = { subjectKind: "household", subjectId: householdId };
  await inTransaction((tx) =>
    tx.insert(auditEntries).values({ ...entry, ...subject, onBehalfOfId: householdId }),
  );
}

const at = (path: string, code: string, cookie: string) => ({
  ...args(path, { cookie }),
  params: { delegationCode: code },
});
const byDepartment = async (code: string, page = "1") =>
  departmentDoor.loader(
    at(
      `/department/helpers/${code}?page=${page}`,
      code,
      await cookieFor(await insertTestUser({ role: "department_officer" })),
    ),
  );
const byAgent = (code: string, cookie: string) =>
  ownDoor.loader(at(`/agent/consents/${code}`, code, cookie));
const actionsOf = ({ helped }: { helped: { acts: { action: string }[] } }) =>
  helped.acts.map(({ action }) => action);

it("tells the department and the helper what this helper did for this household, the newest first", async () => {
  const other = await insertTestUser({ role: "agent" });
  const pair = { agentId: agent.id, householdId: mine.householdId };
  const code = await insertTestConsent({ ...pair, expiresAt: now() + DAY_MS });
  expect(await byDepartment(code)).toMatchObject({ helped: { acts: [], page: 1, pageCount: 1 } });
  expect(await byAgent(code, agent.cookie)).toMatchObject({ helped: { acts: [] } });

  await act(agent.id, mine.householdId, "order.confirm");
  await act(other, mine.householdId, "order.ship");
  await act(agent.id, theirs.householdId, "product.change");
  await act(agent.id, mine.householdId, "lot.add");
  expect(actionsOf(await byDepartment(code))).toEqual(["lot.add", "order.confirm"]);
  expect(actionsOf(await byAgent(code, agent.cookie))).toEqual(["lot.add", "order.confirm"]);
  // Nobody reads by another helper's consent, and the household goes on reading of all its helpers.
  const foreign = byAgent(code, await cookieFor(other));
  expect(await outcomeOf(foreign)).toMatchObject({ status: 404 });
  const own = await householdDoor.loader(args("/household/helpers", { cookie: mine.cookie }));
  expect(actionsOf(own)).toEqual(["lot.add", "order.ship", "order.confirm"]);
});

it("shows thirty acts a page", async () => {
  const agentId = await insertTestUser({ role: "agent" });
  const { householdId } = theirs;
  const code = await insertTestConsent({ agentId, householdId, expiresAt: now() + DAY_MS });
  for (let count = 0; count < 31; count += 1) await act(agentId, householdId, `act.n${count}`);
  const first = await byDepartment(code);
  expect(actionsOf(first)).toHaveLength(30);
  expect(actionsOf(first)[0]).toBe("act.n30");
  expect(first.helped.pageCount).toBe(2);
  expect(actionsOf(await byDepartment(code, "2"))).toEqual(["act.n0"]);
});
