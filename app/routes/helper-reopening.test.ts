import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { delegations } from "~db/schema/households-delegations";
import { users } from "~db/schema/identity";
import { insertTestConsent } from "~/domain/flows/test-consent";
import { insertTestUser } from "~/domain/flows/test-shop";
import { recognisePerson } from "~/domain/identity/recognise-person.server";
import { cookieFor } from "~/domain/identity/test-session";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import * as newDoor from "./department.helpers_.agents.new";
import * as reopeningDoor from "./department.helpers_.agents.$agentId_.reopening";
import * as retirementDoor from "./department.helpers_.agents.$agentId_.retirement";
import * as deskDoor from "./household.products._index";
import { agent, args, mine, outcomeOf, setUpDesks } from "./test-desk";

setUpDesks();

const PATH = "/department/helpers/agents";
const officer = async () => cookieFor(await insertTestUser({ role: "department_officer" }));
const at = (agentId: string, door: string, options: Parameters<typeof args>[1]) => ({
  ...args(`${PATH}/${agentId}/${door}`, options),
  params: { agentId },
});
const signIn = (phone: string, password: string) =>
  recognisePerson({ phone, password, clientNetwork: "2001:db8::2", deviceToken: null });
const add = (phone: string, cookie: string, fullName = "Lù Văn Mẫu") =>
  newDoor.action(args(`${PATH}/new`, { form: { fullName, phone }, cookie }));
const reopen = (agentId: string, cookie: string) =>
  reopeningDoor.action(at(agentId, "reopening", { form: {}, cookie }));

/** A helper who has the consent of a household, and then helps no more. */
async function retired(phone: string, cookie: string): Promise<string> {
  const agentId = await insertTestUser({ role: "agent", fullName: "Giàng A Mẫu", phone });
  const { householdId } = mine;
  await insertTestConsent({ agentId, householdId, expiresAt: now() + DAY_MS });
  const form = { reason: "Chuyển công tác" };
  await retirementDoor.action(at(agentId, "retirement", { form, cookie }));
  return agentId;
}

it("opens the account of a helper who had stopped again, with a new password and no old consent", async () => {
  const cookie = await officer();
  const phone = "0900000891";
  const agentId = await retired(phone, cookie);
  const asBuyer = await cookieFor(agentId);
  expect(await outcomeOf(add("+84 900 000 891", cookie, "Giàng Mẫu"))).toEqual({
    status: 303,
    location: `${PATH}/${agentId}/reopening`,
  });
  const shown = () => reopeningDoor.loader(at(agentId, "reopening", { cookie }));
  expect(await shown()).toMatchObject({
    fullName: "Giàng A Mẫu",
    phone,
    retiredAt: expect.any(Number),
  });
  const { data: given } = await reopen(agentId, cookie);
  const password = given?.password ?? "";
  expect(await signIn(phone, password)).toMatchObject({ ok: true, value: { role: "agent" } });
  expect(await shown()).toMatchObject({ retiredAt: null });
  // Whoever was signed in as a buyer is no helper unawares.
  expect(await outcomeOf(deskDoor.loader(args("/account", { cookie: asBuyer })))).toMatchObject({
    status: 302,
  });
  const live = and(eq(delegations.agentId, agentId), isNull(delegations.endedAt));
  expect(await reader().$count(delegations, live)).toBe(0);
  const helping = `${await cookieFor(agentId)}; acting=${mine.householdId}`;
  expect(
    await outcomeOf(deskDoor.loader(args("/household/products", { cookie: helping }))),
  ).toMatchObject({ location: "/agent?problem=no_consent" });
  // Pressed twice: the password that was read out stands.
  expect(await reopen(agentId, cookie)).toMatchObject({ data: null, init: { status: 409 } });
  expect(await signIn(phone, password)).toMatchObject({ ok: true });
  const acts = await reader()
    .select({ action: auditEntries.action, after: auditEntries.after })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, agentId));
  expect(acts.map(({ action }) => action)).toEqual(["helper.retire", "helper.reopen_account"]);
  expect(JSON.stringify(acts)).not.toContain(password);
});

it("opens only accounts whose work the department had ended, and only as they were left", async () => {
  const cookie = await officer();
  const taken = { data: { reply: { failure: { code: "helper_phone_taken" } } } };
  const buyer = await insertTestUser({ phone: "0900000892" });
  expect(await add("0900000892", cookie)).toMatchObject(taken);
  const member = await retired("0900000893", cookie);
  await inTransaction((tx) =>
    tx.update(users).set({ role: "household_member" }).where(eq(users.id, member)),
  );
  expect(await add("0900000893", cookie)).toMatchObject(taken);
  const gone = await retired("0900000894", cookie);
  await inTransaction((tx) =>
    tx.update(users).set({ phone: gone, deletedAt: now() }).where(eq(users.id, gone)),
  );
  for (const none of [buyer, member, gone, mine.userId, "usr_none"]) {
    expect(await outcomeOf(reopen(none, cookie))).toMatchObject({ status: 409 });
    const shown = reopeningDoor.loader(at(none, "reopening", { cookie }));
    expect(await outcomeOf(shown)).toMatchObject({ status: 404 });
  }
  const helper = await retired("0900000895", cookie);
  for (const by of [mine.cookie, agent.cookie]) {
    expect(await outcomeOf(reopen(helper, by))).toMatchObject({ status: 403 });
  }
});
