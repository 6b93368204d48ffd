import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { delegations } from "~db/schema/households-delegations";
import { users } from "~db/schema/identity";
import { trainingSessions } from "~db/schema/training";
import { insertTestConsent } from "~/domain/flows/test-consent";
import { insertTestHousehold, insertTestUser, TEST_SHOP } from "~/domain/flows/test-shop";
import { recognisePerson } from "~/domain/identity/recognise-person.server";
import { cookieFor } from "~/domain/identity/test-session";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, DAY_MS, localDateOf } from "~/platform/period";
import * as newDoor from "./department.helpers_.agents.new";
import * as helperDoor from "./department.helpers_.agents.$agentId";
import * as passwordDoor from "./department.helpers_.agents.$agentId_.password";
import * as retirementDoor from "./department.helpers_.agents.$agentId_.retirement";
import * as deskDoor from "./household.products._index";
import { agent, args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const PATH = "/department/helpers/agents";
const officer = async () => cookieFor(await insertTestUser({ role: "department_officer" }));
const open = (form: Record<string, string>, cookie: string) =>
  newDoor.action(args(`${PATH}/new`, { form, cookie }));
const at = (agentId: string, door: string, options: Parameters<typeof args>[1]) => ({
  ...args(`${PATH}/${agentId}/${door}`, options),
  params: { agentId },
});
const signIn = (phone: string, password: string) =>
  recognisePerson({ phone, password, clientNetwork: "2001:db8::1", deviceToken: null });

it("makes a helper's account whose password is shown once, and another when it is lost", async () => {
  const cookie = await officer();
  const phone = "0900000871";
  const form = { fullName: " Lù  Văn Mẫu ", phone: "+84 900 000 871" };
  const { data: opened } = await open(form, cookie);
  expect(opened.given).toMatchObject({ fullName: "Lù Văn Mẫu", phone });
  const { agentId = "", password = "" } = opened.given ?? {};
  expect(await signIn(phone, password)).toMatchObject({ ok: true, value: { role: "agent" } });
  const [row] = await reader().select().from(users).where(eq(users.id, agentId));
  expect(row).toMatchObject({ role: "agent", phoneProvenAt: null });
  expect(row?.passwordHash).toMatch(/^\$argon2id\$/);

  const again = await open(form, cookie);
  expect(again).toMatchObject({
    data: { given: null, reply: { failure: { code: "helper_phone_taken" } } },
    init: { status: 409 },
  });

  const session = await cookieFor(agentId);
  const renewed = await passwordDoor.action(at(agentId, "password", { form: {}, cookie }));
  expect(renewed.password).not.toBe(password);
  expect(await signIn(phone, password)).toMatchObject({ ok: false });
  expect(await signIn(phone, renewed.password)).toMatchObject({ ok: true });
  const seen = deskDoor.loader(args("/household/products", { cookie: session }));
  expect(await outcomeOf(seen)).toMatchObject({ status: 302 });
  const acts = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, agentId));
  expect(acts.map(({ action }) => action)).toEqual([
    "helper.open_account",
    "helper.renew_password",
  ]);
  expect(JSON.stringify(acts)).not.toContain(password);
  expect(JSON.stringify(acts)).not.toContain(renewed.password);
});

it.each([
  [{ fullName: "", phone: "0900000872" }, "fullName"],
  [{ fullName: "Lù Văn Mẫu", phone: "12" }, "phone"],
])("refuses %j at its field", async (form, field) => {
  expect(await open(form, await officer())).toMatchObject({
    data: { reply: { submission: { error: { [field]: [expect.any(String)] } } }, given: null },
  });
});

it("ends a helper's work with every consent, at once", async () => {
  const cookie = await officer();
  const agentId = await insertTestUser({ role: "agent" });
  for (const { householdId } of [mine, theirs]) {
    await insertTestConsent({ agentId, householdId, expiresAt: now() + DAY_MS });
  }
  const helping = `${await cookieFor(agentId)}; acting=${mine.householdId}`;
  const desk = "/household/products";
  expect(await outcomeOf(deskDoor.loader(args(desk, { cookie: helping })))).toMatchObject({
    status: 200,
  });
  const noReason = at(agentId, "retirement", { form: { reason: "" }, cookie });
  expect(await retirementDoor.action(noReason)).toMatchObject({ init: { status: 400 } });
  const form = { reason: "Chuyển công tác" };
  const retire = () =>
    outcomeOf(retirementDoor.action(at(agentId, "retirement", { form, cookie })));
  expect(await retire()).toEqual({ status: 303, location: "/department/helpers?done=retired" });
  const ended = await reader().select().from(delegations).where(eq(delegations.agentId, agentId));
  expect(ended.map(({ endedBy, endReason }) => [endedBy, endReason])).toEqual([
    ["department", "Chuyển công tác"],
    ["department", "Chuyển công tác"],
  ]);
  expect(await outcomeOf(deskDoor.loader(args(desk, { cookie: helping })))).toMatchObject({
    status: 302,
  });
  // Signed in anew it is a buyer's account.
  const anew = await cookieFor(agentId);
  expect(await outcomeOf(deskDoor.loader(args(desk, { cookie: anew })))).toMatchObject({
    status: 403,
  });
  expect(await retire()).toMatchObject({ status: 404 });
  expect(await outcomeOf(helperDoor.loader(at(agentId, "", { cookie })))).toMatchObject({
    status: 404,
  });
});

it("ends all of more than a page of consents, and leaves no session to come with the helper", async () => {
  const cookie = await officer();
  const agentId = await insertTestUser({ role: "agent" });
  for (let count = 0; count < 51; count += 1) {
    const householdId = await insertTestHousehold({ slug: `nhieu-${count}` });
    await insertTestConsent({ agentId, householdId, expiresAt: now() + DAY_MS });
  }
  const sessionId = newId("trn");
  await inTransaction((tx) =>
    tx.insert(trainingSessions).values({
      id: sessionId,
      code: "TH-THU2345",
      title: "Lớp thử",
      lessons: [],
      communeCode: TEST_SHOP.communeCode,
      place: "Nhà văn hóa",
      heldOn: addDays(localDateOf(now()), 5),
      startsAt: "08:00",
      endsAt: "10:00",
      teacher: "Cô Mẫu",
      helperId: agentId,
      status: "planned",
      createdAt: now(),
    }),
  );
  const form = { reason: "Chuyển công tác" };
  await retirementDoor.action(at(agentId, "retirement", { form, cookie }));
  const live = and(eq(delegations.agentId, agentId), isNull(delegations.endedAt));
  expect(await reader().$count(delegations, live)).toBe(0);
  const [session] = await reader()
    .select({ helperId: trainingSessions.helperId })
    .from(trainingSessions)
    .where(eq(trainingSessions.id, sessionId));
  expect(session).toEqual({ helperId: null });
});

it("gives passwords of helpers only, and by officers only", async () => {
  const cookie = await officer();
  const renew = (agentId: string, by: string) =>
    outcomeOf(passwordDoor.action(at(agentId, "password", { form: {}, cookie: by })));
  const retire = (agentId: string, by: string) =>
    outcomeOf(
      retirementDoor.action(at(agentId, "retirement", { form: { reason: "Thử" }, cookie: by })),
    );
  const other = await insertTestUser({ role: "department_officer" });
  for (const target of [mine.userId, other, "usr_none"]) {
    expect(await renew(target, cookie)).toMatchObject({ status: 404 });
    expect(await retire(target, cookie)).toMatchObject({ status: 404 });
  }
  for (const by of [mine.cookie, agent.cookie]) {
    expect(await renew(agent.id, by)).toMatchObject({ status: 403 });
    expect(await retire(agent.id, by)).toMatchObject({ status: 403 });
    const form = { fullName: "Lù Văn Mẫu", phone: "0900000873" };
    expect(await outcomeOf(open(form, by))).toMatchObject({ status: 403 });
  }
});
