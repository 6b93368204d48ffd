import { and, desc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { households } from "~db/schema/households";
import { phoneCodes, users } from "~db/schema/identity";
import type { UserActor } from "~/domain/audit/actor";
import { findHelpedHousehold } from "~/domain/households/queries-helped.server";
import { HANDED_LIFE_MS, HANDED_MAX, HANDED_TRIES_MAX } from "~/domain/identity/phone-code-limits";
import { phoneCode } from "~/domain/identity/phone-code.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { sweepPhoneCodes } from "~/domain/identity/sweep-phone-codes.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { askConsent } from "./ask-consent.server";
import { enterByCode } from "./enter-by-code.server";
import { enterByHandedCode } from "./enter-by-handed-code.server";
import { handEntryCode } from "./hand-entry-code.server";
import { refuseEntryCode } from "./refuse-entry-code.server";
import { registerHelped } from "./register-helped.server";
import { retireHelper } from "./retire-helper.server";
import { stopHelping } from "./stop-helping.server";
import { insertTestShop, insertTestUser, TEST_SHOP } from "./test-shop";

let close: () => void;
let agent: UserActor;
let other: UserActor;
let count = 0;

beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
});
beforeEach(async () => {
  const actor = async (): Promise<UserActor> => ({
    kind: "user",
    userId: await insertTestUser({ role: "agent" }),
    role: "agent",
  });
  agent = await actor();
  other = await actor();
});
afterEach(() => setClock());
afterAll(() => close());

const password = "mat khau cua ho";

/** A household that the agent has registered. */
async function registered() {
  count += 1;
  const phone = `09860001${String(count).padStart(2, "0")}`;
  const done = await registerHelped(agent, {
    name: `Hộ nhận mã ${count}`,
    kind: "household",
    contactName: "Sùng Thị Mẫu",
    phone,
    communeCode: TEST_SHOP.communeCode,
    addressLine: "Thôn Mẫu",
    story: "",
    consent: "on",
  });
  if (!done.ok) throw new Error(done.code);
  const household = present(await findHelpedHousehold(done.value.slug), "registered");
  return { phone, householdId: household.id };
}

async function hand(householdId: string, codeId = newId("pcd")) {
  const handed = await handEntryCode(agent, { codeId, householdId });
  if (!handed.ok) throw new Error(handed.code);
  return handed.value.digits;
}

/** From networks of their own, so that no limit but the code's stops them. */
let networks = 0;
function enter(phone: string, code: string, change: { password?: string } = {}) {
  networks += 1;
  return enterByHandedCode({
    phone,
    code,
    password,
    clientNetwork: `10.0.0.${networks}`,
    ...change,
  });
}

const wrong = (digits: string) => (digits === "00000000" ? "00000001" : "00000000");
const actsOf = async (action: string) =>
  reader().$count(auditEntries, eq(auditEntries.action, action));

describe("a code that a helper hands over", () => {
  it("lets the household in once, by a password of its own from then on", async () => {
    const { phone, householdId } = await registered();
    const digits = await hand(householdId);
    const entered = await enter(phone, digits);
    expect(entered).toMatchObject({ ok: true });
    // The button pressed twice answers the same; another password does not come in by it.
    expect(await enter(phone, digits)).toEqual(entered);
    expect(await enter(phone, digits, { password: "mat khau khac" })).toMatchObject({
      code: "handed_code_wrong",
    });
    const [user] = await reader().select().from(users).where(eq(users.phone, phone));
    expect(user?.phoneProvenAt).toBeNull();
    const signed = { phone, password, clientNetwork: "::1", deviceToken: null };
    expect(await signIn(signed)).toMatchObject({ ok: true });
    expect(await handEntryCode(agent, { codeId: newId("pcd"), householdId })).toMatchObject({
      code: "household_came_in_by_code",
      detail: { name: "Vàng Thị Mai", time: expect.stringMatching(/\d{4}/) as string },
    });
  });

  it("is handed by nobody but who registered it, and stands in the household's log", async () => {
    const { householdId } = await registered();
    const before = await actsOf("household.hand_code");
    expect(await handEntryCode(other, { codeId: newId("pcd"), householdId })).toMatchObject({
      code: "code_not_yours",
    });
    const codeId = newId("pcd");
    const digits = await hand(householdId, codeId);
    expect(await hand(householdId, codeId)).toBe(digits);
    expect(await actsOf("household.hand_code")).toBe(before + 1);
    const [entry] = await reader()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, householdId), eq(auditEntries.actorId, agent.userId)))
      .orderBy(desc(auditEntries.occurredAt), desc(auditEntries.id))
      .limit(1);
    expect(entry).toMatchObject({ action: "household.hand_code", onBehalfOfId: householdId });
    expect(JSON.stringify(entry)).not.toContain(digits);
  });

  it("is void once a newer one is made, tried too often, or over", async () => {
    const { phone, householdId } = await registered();
    const first = await hand(householdId);
    const second = await hand(householdId);
    if (first !== second) {
      expect(await enter(phone, first)).toMatchObject({ code: "handed_code_wrong" });
    }
    for (let i = 1; i < HANDED_TRIES_MAX + 1; i += 1) await enter(phone, wrong(second));
    expect(await enter(phone, second)).toMatchObject({ code: "handed_code_wrong" });
    const third = await hand(householdId);
    setClock(now() + HANDED_LIFE_MS + 1_000);
    expect(await enter(phone, third)).toMatchObject({ code: "handed_code_wrong" });
  });

  it("is refused once the department has decided, and once the household has said no", async () => {
    const { householdId } = await registered();
    const digits = await hand(householdId);
    const again = () => handEntryCode(agent, { codeId: newId("pcd"), householdId });
    for (const status of ["approved", "suspended", "rejected"] as const) {
      await inTransaction((tx) =>
        tx.update(households).set({ status }).where(eq(households.id, householdId)),
      );
      expect(await again()).toMatchObject({ code: "household_decided" });
    }
    expect(digits).toMatch(/^\d{8}$/);
    const stopped = await registered();
    const known = await hand(stopped.householdId);
    const asked = await askConsent(agent, {
      delegationId: newId("dlg"),
      householdId: stopped.householdId,
      powers: ["orders"],
      days: 90,
      way: "code",
      sheet: null,
    });
    if (!asked.ok) throw new Error(asked.code);
    const stopper = { by: "call", reason: "Hộ gọi điện" } as const;
    await stopHelping(agent, { code: asked.value.code, stopper });
    expect(await enter(stopped.phone, known)).toMatchObject({ code: "handed_code_wrong" });
    expect(
      await handEntryCode(agent, { codeId: newId("pcd"), householdId: stopped.householdId }),
    ).toMatchObject({ code: "code_not_yours" });
  });

  it("ends with the helper's work, and what they registered before is not theirs when they come back", async () => {
    const { phone, householdId } = await registered();
    const digits = await hand(householdId);
    await retireHelper(agent, { agentId: agent.userId, reason: "Thôi việc" });
    expect(await enter(phone, digits)).toMatchObject({ code: "handed_code_wrong" });
    expect(await handEntryCode(agent, { codeId: newId("pcd"), householdId })).toMatchObject({
      code: "code_not_yours",
    });
  });

  it("gives its helper no door back once the household has said that it was not for it", async () => {
    const { phone, householdId } = await registered();
    const codeId = newId("pcd");
    const digits = await hand(householdId, codeId);
    expect(await enter(phone, digits)).toMatchObject({ ok: true });
    const officer = await insertTestUser({ role: "department_officer" });
    const actor: UserActor = { kind: "user", userId: officer, role: "department_officer" };
    const refusal = { by: "call" as const, reason: "Hộ gọi: không nhận mã nào" };
    await refuseEntryCode(actor, { codeId, refusal });
    expect(await enter(phone, digits)).toMatchObject({ code: "handed_code_wrong" });
    const again = { codeId: newId("pcd"), householdId };
    expect(await handEntryCode(agent, again)).toMatchObject({ code: "household_came_in_by_code" });
  });

  it("is not handed again by whose code the household refused, though nobody used it", async () => {
    const { householdId } = await registered();
    const codeId = newId("pcd");
    await hand(householdId, codeId);
    const officer = await insertTestUser({ role: "department_officer" });
    const actor: UserActor = { kind: "user", userId: officer, role: "department_officer" };
    const refusal = { by: "call" as const, reason: "Hộ gọi: không nhận mã nào" };
    await refuseEntryCode(actor, { codeId, refusal });
    const again = { codeId: newId("pcd"), householdId };
    expect(await handEntryCode(agent, again)).toMatchObject({ code: "code_not_yours" });
  });

  it("lives as long as it says, although codes are swept after a day", async () => {
    const { phone, householdId } = await registered();
    const digits = await hand(householdId);
    setClock(now() + 2 * DAY_MS);
    await inTransaction((tx) => sweepPhoneCodes(tx));
    expect(await enter(phone, digits)).toMatchObject({ ok: true });
    setClock(now() + 2 * DAY_MS);
    await inTransaction((tx) => sweepPhoneCodes(tx));
    expect(await reader().$count(phoneCodes, eq(phoneCodes.phone, phone))).toBe(0);
  });

  it("is made a few times a day for one household", async () => {
    const { householdId } = await registered();
    for (let i = 0; i < HANDED_MAX; i += 1) await hand(householdId);
    const more = () => handEntryCode(agent, { codeId: newId("pcd"), householdId });
    expect(await more()).toMatchObject({ code: "handed_codes_used_up" });
    setClock(now() + DAY_MS + HOUR_MS);
    expect(await more()).toMatchObject({ ok: true });
  });

  it("is no code that was sent, and one that was sent is none", async () => {
    const { phone, householdId } = await registered();
    const codeId = newId("pcd");
    const digits = await hand(householdId, codeId);
    expect(await enterByCode({ codeId, typed: digits, clientNetwork: "::1" })).toMatchObject({
      code: "code_gone",
    });
    const sent = { id: newId("pcd"), phone, purpose: "entry" as const, createdAt: now() };
    await inTransaction(async (tx) => {
      await tx
        .insert(phoneCodes)
        .values({ ...sent, sentAt: sent.createdAt, expiresAt: sent.createdAt + HOUR_MS });
    });
    const typed = phoneCode(sent);
    if (typed !== digits) {
      expect(await enter(phone, typed)).toMatchObject({ code: "handed_code_wrong" });
    }
    // Who is sent a code has the account to themselves: what was chosen by a handed one goes.
    expect(await enter(phone, digits)).toMatchObject({ ok: true });
    expect(await enterByCode({ codeId: sent.id, typed, clientNetwork: "::1" })).toMatchObject({
      ok: true,
      value: { kind: "known", hasLostPassword: true },
    });
    const signed = { phone, password, clientNetwork: "::1", deviceToken: null };
    expect(await signIn(signed)).toMatchObject({ ok: false });
    expect(await handEntryCode(agent, { codeId: newId("pcd"), householdId })).toMatchObject({
      code: "household_came_in_by_code",
    });
  });

  it("says no more than that a household came in that chose its own password", async () => {
    const { phone, householdId } = await registered();
    const passwordHash = await hashPassword("tu dat mat khau");
    await inTransaction((tx) =>
      tx.update(users).set({ passwordHash }).where(eq(users.phone, phone)),
    );
    expect(await handEntryCode(agent, { codeId: newId("pcd"), householdId })).toEqual({
      ok: false,
      code: "household_came_in",
    });
  });

  it("answers a phone without one as a wrong one", async () => {
    const digits = "12345678";
    expect(await enter("0986009999", digits)).toMatchObject({ code: "handed_code_wrong" });
  });
});
