import { desc, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { users } from "~db/schema/identity";
import { officerGrants, secondSteps } from "~db/schema/identity-officers";
import type { UserActor } from "~/domain/audit/actor";
import { halfwayPerson } from "~/domain/identity/halfway-token.server";
import {
  findOfficer,
  listOfficersDesk,
  listOpenGrants,
} from "~/domain/identity/queries-officers.server";
import { readSession, sessionMark, startSession } from "~/domain/identity/sessions.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { sweepOfficerGrants } from "~/domain/identity/sweep-officer-grants.server";
import { codeOf } from "~/domain/identity/test-totp";
import { totpSecret } from "~/domain/identity/totp.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { agreeToOfficer } from "./agree-to-officer.server";
import { askOfficer } from "./ask-officer.server";
import { changePassword } from "./change-password.server";
import { endOfficerAccess } from "./end-officer-access.server";
import { enterSecondStep } from "./enter-second-step.server";
import { moveSecondStep } from "./move-second-step.server";
import { retireOfficer } from "./retire-officer.server";
import { setUpSecondStep } from "./set-up-second-step.server";
import { insertTestUser, ownPhone } from "./test-shop";

let time = startOfDate("2026-11-20") + 9 * HOUR_MS;
setClock(() => time);
const close = openTestDatabase();
afterAll(() => {
  close();
  setClock();
});

let [an, binh, chi]: UserActor[] = [];
let lastAddress = 0;

/** Three officers of each test's own; each test has its own hours, so that limits do not run into each other. */
beforeEach(async () => {
  time += DAY_MS;
  [an, binh, chi] = await Promise.all([newOfficer(), newOfficer(), newOfficer()]);
});

async function newOfficer(): Promise<UserActor> {
  const userId = await insertTestUser({ role: "department_officer" });
  return { kind: "user", userId, role: "department_officer" };
}

const newPassword = "mat khau cua rieng minh";
const who = (one: UserActor | undefined) => present(one, "an officer of the test");

/** Types phone and password; answers who got halfway, or null. */
async function halfway(phone: string, password: string) {
  lastAddress += 1;
  const clientNetwork = `203.0.113.${lastAddress}`;
  const entered = await signIn({ phone, password, clientNetwork, deviceToken: null });
  if (!entered.ok) return null;
  if (entered.value.opened.kind === "in") throw new Error("in without the second step");
  return halfwayPerson(entered.value.opened.token);
}

/** A new officer as far as both halves are handed over. */
async function granted() {
  const phone = ownPhone();
  const asked = await askOfficer(who(an), { kind: "open", phone, fullName: "Lò Thị Dung" });
  if (!asked.ok) throw new Error(asked.code);
  const agreed = await agreeToOfficer(who(binh), asked.value.grantId);
  if (!agreed.ok) throw new Error(agreed.code);
  return { phone, ...asked.value, ...agreed.value };
}

/** The same, who has come in. */
async function arrived() {
  const grant = await granted();
  const person = present(await halfway(grant.phone, grant.password), "a right password");
  const secret = totpSecret(grant.phone);
  const done = await setUpSecondStep(person, {
    secret,
    grantCode: grant.code,
    typed: codeOf(secret),
    newPassword,
  });
  if (!done.ok) throw new Error(done.code);
  time += MINUTE_MS;
  return { ...grant, given: grant.password, password: newPassword, person, secret, ...done.value };
}

const lastAct = async () =>
  (await reader().select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1))[0];

describe("a new officer", () => {
  it("comes in by password, code and app, and each step says who did it", async () => {
    const { phone, given, userId, person, secret, recoveryCodes, admitted } = await arrived();
    expect(await lastAct()).toMatchObject({
      action: "officer.set_up_second_step",
      actorId: userId,
    });
    // The asker knows the one that was given.
    expect(await halfway(phone, given)).toBe(null);
    expect(await halfway(phone, newPassword)).toMatchObject({ userId });
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^\d{12}$/);
    expect(await readSession(await startSession(admitted))).toMatchObject({
      id: userId,
      role: "department_officer",
    });
    expect(await enterSecondStep(person, codeOf(secret))).toMatchObject({
      ok: true,
      value: { given: { way: "app", leftCount: 10 } },
    });
    expect(await lastAct()).toMatchObject({ action: "officer.sign_in", actorId: userId });
    expect(await findOfficer(userId)).toMatchObject({ phone, isOfficer: true });
    const [step] = await reader().select().from(secondSteps).where(eq(secondSteps.userId, userId));
    const kept = JSON.stringify(step);
    for (const secretOfTheirs of [secret, ...recoveryCodes]) {
      expect(kept.includes(secretOfTheirs)).toBe(false);
    }
  });

  it("is nobody before another officer agrees", async () => {
    const phone = ownPhone();
    const asked = await askOfficer(who(an), { kind: "open", phone, fullName: "Lò Thị Dung" });
    if (!asked.ok) throw new Error(asked.code);
    const { grantId, password } = asked.value;
    expect(await halfway(phone, password)).toBe(null);
    expect(await agreeToOfficer(who(an), grantId)).toMatchObject({
      ok: false,
      code: "officer_second_person_needed",
    });
    expect(await halfway(phone, password)).toBe(null);
    const again = { kind: "open", phone, fullName: "Lò Thị Dung" } as const;
    expect(await askOfficer(who(binh), again)).toMatchObject({ code: "officer_asked_before" });
    expect(await endOfficerAccess(who(binh), grantId)).toMatchObject({ ok: true });
    expect(await agreeToOfficer(who(chi), grantId)).toMatchObject({ code: "officer_grant_over" });
    const [row] = await reader().select().from(officerGrants).where(eq(officerGrants.id, grantId));
    expect(row).toMatchObject({ phone: null, fullName: null, passwordHash: null });
    expect(await askOfficer(who(binh), again)).toMatchObject({ ok: true });
  });

  it("cannot have the phone of another account", async () => {
    const phone = ownPhone();
    const asked = await askOfficer(who(an), { kind: "open", phone, fullName: "Lò Thị Dung" });
    if (!asked.ok) throw new Error(asked.code);
    await insertTestUser({ phone, role: "buyer" });
    expect(await agreeToOfficer(who(binh), asked.value.grantId)).toMatchObject({
      code: "officer_phone_taken",
    });
    const [buyer] = await reader().select().from(users).where(eq(users.phone, phone));
    expect(buyer?.role).toBe("buyer");
    expect(await askOfficer(who(an), { kind: "open", phone, fullName: "A" })).toMatchObject({
      code: "officer_phone_taken",
    });
  });

  it.each([
    ["a wrong opening code", { grantCode: "wrong", typed: "right" }, "officer_code_wrong"],
    ["a wrong code of the app", { grantCode: "right", typed: "wrong" }, "second_step_wrong"],
  ])("stays out with %s, and its opening code is not used up", async (_, tried, code) => {
    const grant = await granted();
    const person = present(await halfway(grant.phone, grant.password), "a right password");
    const secret = totpSecret(grant.phone);
    const wrongGrant = grant.code === "00000000" ? "00000001" : "00000000";
    const right = { secret, grantCode: grant.code, typed: codeOf(secret), newPassword };
    const wrong = {
      secret,
      newPassword,
      grantCode: tried.grantCode === "right" ? grant.code : wrongGrant,
      typed: tried.typed === "right" ? codeOf(secret) : codeOf(secret, 20),
    };
    expect(await setUpSecondStep(person, wrong)).toMatchObject({ ok: false, code });
    expect(await setUpSecondStep(person, right)).toMatchObject({ ok: true });
    expect(await setUpSecondStep(person, right)).toMatchObject({ code: "second_step_there" });
  });

  it("tells who agreed the same code again while it serves, and nobody else", async () => {
    const { grantId, userId, code } = await granted();
    const again = await agreeToOfficer(who(binh), grantId);
    expect(again).toEqual({ ok: true, value: { userId, code } });
    for (const one of [who(an), who(chi)]) {
      expect(await agreeToOfficer(one, grantId)).toMatchObject({ code: "officer_grant_over" });
    }
  });

  it("is forgotten where nobody agreed, or nobody came, in a week", async () => {
    const phone = ownPhone();
    const asked = await askOfficer(who(an), { kind: "open", phone, fullName: "Lò Thị Dung" });
    if (!asked.ok) throw new Error(asked.code);
    const grant = await granted();
    await inTransaction(sweepOfficerGrants);
    expect((await listOpenGrants()).map(({ id }) => id)).toEqual(
      expect.arrayContaining([asked.value.grantId, grant.grantId]),
    );
    time += 7 * DAY_MS + 1;
    const { grantId } = asked.value;
    expect(await agreeToOfficer(who(binh), grantId)).toMatchObject({ code: "officer_grant_over" });
    await inTransaction(sweepOfficerGrants);
    const open = (await listOpenGrants()).map(({ id }) => id);
    expect(open.includes(grantId) || open.includes(grant.grantId)).toBe(false);
    expect(await halfway(grant.phone, grant.password)).toBe(null);
    const again = { kind: "open", phone, fullName: "Lò Thị Dung" } as const;
    expect(await askOfficer(who(an), again)).toMatchObject({ ok: true });
  });

  it("has seven days", async () => {
    const grant = await granted();
    time += 7 * DAY_MS + 1;
    const person = present(await halfway(grant.phone, grant.password), "a right password");
    const secret = totpSecret(grant.phone);
    const late = { secret, grantCode: grant.code, typed: codeOf(secret), newPassword };
    expect(await setUpSecondStep(person, late)).toMatchObject({ code: "officer_no_grant" });
  });
});

describe("the second step", () => {
  it("takes a code of the app once, and none that is too old or too early", async () => {
    const { person, secret } = await arrived();
    const code = codeOf(secret);
    expect(await enterSecondStep(person, codeOf(secret, -2))).toMatchObject({ ok: false });
    expect(await enterSecondStep(person, codeOf(secret, 2))).toMatchObject({ ok: false });
    expect(await enterSecondStep(person, code)).toMatchObject({ ok: true });
    expect(await enterSecondStep(person, code)).toMatchObject({ code: "second_step_wrong" });
    expect(await lastAct()).toMatchObject({
      action: "officer.refuse_second_step",
      actorKind: "guest",
      subjectId: person.userId,
    });
    time += MINUTE_MS / 2;
    // The one before the last that was taken is over too, though the window would reach back to it.
    expect(await enterSecondStep(person, codeOf(secret, -1))).toMatchObject({ ok: false });
    expect(await enterSecondStep(person, codeOf(secret))).toMatchObject({ ok: true });
  });

  it("takes a code on paper once, and says how many are left", async () => {
    const { person, recoveryCodes } = await arrived();
    const [first = ""] = recoveryCodes;
    const given = { way: "paper", leftCount: 9 };
    expect(await enterSecondStep(person, first)).toMatchObject({ ok: true, value: { given } });
    expect(await enterSecondStep(person, first)).toMatchObject({ code: "second_step_wrong" });
    const another = await arrived();
    const theirs = another.recoveryCodes[1] ?? "";
    expect(await enterSecondStep(person, theirs)).toMatchObject({ code: "second_step_wrong" });
  });

  it("allows five tries in a quarter of an hour and thirty in a day, right ones at the end too", async () => {
    const { person, secret } = await arrived();
    for (let quarter = 0; quarter < 6; quarter += 1) {
      // One of thirty was setting up.
      for (let i = quarter === 5 ? 1 : 0; i < 5; i += 1) {
        expect(await enterSecondStep(person, codeOf(secret, 50))).toMatchObject({
          code: "second_step_wrong",
        });
      }
      const refused = await enterSecondStep(person, codeOf(secret));
      expect(refused).toMatchObject({ code: "second_step_too_often" });
      time += 16 * MINUTE_MS;
    }
    const refused = await enterSecondStep(person, codeOf(secret));
    expect(refused).toMatchObject({ code: "second_step_too_often" });
    time += DAY_MS;
    expect(await enterSecondStep(person, codeOf(secret))).toMatchObject({ ok: true });
  });

  it("forgets who was halfway after twenty minutes, with another password, and where the token was touched", async () => {
    const { phone, password } = await arrived();
    lastAddress += 1;
    const clientNetwork = `203.0.113.${lastAddress}`;
    const entered = await signIn({ phone, password, clientNetwork, deviceToken: null });
    const opened = entered.ok ? entered.value.opened : null;
    const token = opened?.kind === "halfway" ? opened.token : "";
    const at = now();
    expect(await halfwayPerson(token)).toMatchObject({ phone });
    const other = who(chi).userId;
    const touched = token.replace(/^usr_[0-9a-f]{32}/, other);
    expect(await halfwayPerson(touched)).toBe(null);
    expect(await halfwayPerson(token.replace(`.${at}.`, `.${at + 1}.`))).toBe(null);
    expect(await halfwayPerson(null)).toBe(null);
    time += 20 * MINUTE_MS + 1;
    expect(await halfwayPerson(token)).toBe(null);
    time = at;
    await inTransaction((tx) =>
      tx.update(users).set({ passwordHash: "another" }).where(eq(users.phone, phone)),
    );
    expect(await halfwayPerson(token)).toBe(null);
  });

  it("goes over to another phone, and signs out every other browser", async () => {
    const { person, secret, admitted, userId, recoveryCodes } = await arrived();
    const actor: UserActor = { kind: "user", userId, role: "department_officer" };
    const cookie = await startSession(admitted);
    const kept = await startSession(admitted);
    const next = totpSecret("another phone");
    const wrong = {
      sessionMark: sessionMark(kept),
      secret: next,
      oldTyped: codeOf(secret),
      newTyped: codeOf(next, 9),
    };
    expect(await moveSecondStep(actor, wrong)).toMatchObject({ code: "second_step_new_wrong" });
    const moved = await moveSecondStep(actor, { ...wrong, newTyped: codeOf(next) });
    expect(moved).toMatchObject({ ok: true });
    expect(await readSession(cookie)).toBe(null);
    expect(await readSession(kept)).toMatchObject({ id: userId });
    time += MINUTE_MS;
    expect(await enterSecondStep(person, codeOf(secret))).toMatchObject({ ok: false });
    expect(await enterSecondStep(person, recoveryCodes[0] ?? "")).toMatchObject({ ok: false });
    expect(await enterSecondStep(person, codeOf(next))).toMatchObject({ ok: true });
  });
});

describe("new access for an officer", () => {
  it("takes two others; the old password, app and sessions end when it is agreed to, not before", async () => {
    const { userId, phone, password, secret, admitted } = await arrived();
    const self: UserActor = { kind: "user", userId, role: "department_officer" };
    const cookie = await startSession(admitted);
    const reason = "Mất điện thoại";
    expect(await askOfficer(self, { kind: "renew", userId, reason })).toMatchObject({
      code: "officer_self",
    });
    const asked = await askOfficer(who(an), { kind: "renew", userId, reason });
    if (!asked.ok) throw new Error(asked.code);
    expect(await readSession(cookie)).toMatchObject({ id: userId });
    for (const one of [who(an), self]) {
      expect(await agreeToOfficer(one, asked.value.grantId)).toMatchObject({
        code: "officer_second_person_needed",
      });
    }
    const agreed = await agreeToOfficer(who(binh), asked.value.grantId);
    if (!agreed.ok) throw new Error(agreed.code);
    expect(await readSession(cookie)).toBe(null);
    expect(await halfway(phone, password)).toBe(null);
    const person = present(await halfway(phone, asked.value.password), "the new password");
    expect(await enterSecondStep(person, codeOf(secret))).toMatchObject({
      code: "second_step_missing",
    });
    const next = totpSecret("new phone");
    const grantCode = agreed.value.code;
    const setUp = { secret: next, grantCode, typed: codeOf(next), newPassword };
    expect(await setUpSecondStep(person, setUp)).toMatchObject({ ok: true });
  });

  it("is not given to who deleted the account, or is a helper by now", async () => {
    for (const change of [{ deletedAt: 1 }, { role: "agent" as const }]) {
      const { userId } = await arrived();
      const asked = await askOfficer(who(an), { kind: "renew", userId, reason: "Trở lại" });
      if (!asked.ok) throw new Error(asked.code);
      await inTransaction((tx) => tx.update(users).set(change).where(eq(users.id, userId)));
      expect(await agreeToOfficer(who(binh), asked.value.grantId)).toMatchObject({
        code: "officer_grant_over",
      });
    }
  });

  it("is not taken back by a change of password that was on its way", async () => {
    const { userId, phone, password } = await arrived();
    const actor: UserActor = { kind: "user", userId, role: "department_officer" };
    const asked = await askOfficer(who(an), { kind: "renew", userId, reason: "Bị lộ" });
    if (!asked.ok) throw new Error(asked.code);
    lastAddress += 1;
    const clientNetwork = `203.0.113.${lastAddress}`;
    const proof = { userId, password, provenPhone: null, clientNetwork, deviceToken: null };
    // Agreed to while the old password is being looked at, which takes a while.
    const [changed, agreed] = await Promise.all([
      changePassword(actor, { ...proof, newPassword: "mat khau cua ke trom" }),
      agreeToOfficer(who(binh), asked.value.grantId),
    ]);
    expect(agreed).toMatchObject({ ok: true });
    expect(changed).toMatchObject({ ok: false, code: "wrong_password" });
    expect(await halfway(phone, "mat khau cua ke trom")).toBe(null);
    expect(await halfway(phone, asked.value.password)).toMatchObject({ userId });
  });

  it("is given to officers only, and to those who were", async () => {
    const buyerId = await insertTestUser({ role: "buyer" });
    const asked = { kind: "renew", userId: buyerId, reason: "Thử" } as const;
    expect(await askOfficer(who(an), asked)).toMatchObject({ code: "officer_unknown" });
    const { userId, phone } = await arrived();
    expect(await retireOfficer(who(an), { officerId: userId, reason: "Chuyển cơ quan" })).toEqual({
      ok: true,
      value: null,
    });
    expect(await findOfficer(userId)).toMatchObject({ isOfficer: false, phone });
    expect((await listOfficersDesk()).at(-1)).toMatchObject({ isOfficer: false });
    const back = await askOfficer(who(an), { kind: "renew", userId, reason: "Trở lại" });
    if (!back.ok) throw new Error(back.code);
    expect(await agreeToOfficer(who(chi), back.value.grantId)).toMatchObject({ ok: true });
    expect(await findOfficer(userId)).toMatchObject({ isOfficer: true });
  });
});

describe("who works here no more", () => {
  it("is out at once, and an opening code of theirs serves no more", async () => {
    const { userId, admitted, person, secret } = await arrived();
    const cookie = await startSession(admitted);
    expect(await retireOfficer(who(chi), { officerId: userId, reason: "Nghỉ" })).toMatchObject({
      ok: true,
    });
    expect(await lastAct()).toMatchObject({ action: "officer.retire", after: { reason: "Nghỉ" } });
    expect(await readSession(cookie)).toBe(null);
    expect(await enterSecondStep(person, codeOf(secret))).toMatchObject({ ok: false });
    const grant = await granted();
    await retireOfficer(who(chi), { officerId: grant.userId, reason: "Nhầm" });
    expect(await endOfficerAccess(who(chi), grant.grantId)).toMatchObject({ ok: false });
  });

  it("leaves no account behind that the asker could use", async () => {
    const grant = await granted();
    await retireOfficer(who(an), { officerId: grant.userId, reason: "Nhầm" });
    lastAddress += 1;
    const clientNetwork = `203.0.113.${lastAddress}`;
    const { phone, password } = grant;
    const tried = await signIn({ phone, password, clientNetwork, deviceToken: null });
    expect(tried).toMatchObject({ code: "wrong_phone_or_password" });
    const another = await granted();
    expect(await endOfficerAccess(who(chi), another.grantId)).toMatchObject({ ok: true });
    expect(await halfway(another.phone, another.password)).toBe(null);
  });

  it("is one of two who end each other's work at once, never both", async () => {
    const [one, other] = [who(an), who(binh)];
    const ended = await Promise.all([
      retireOfficer(one, { officerId: other.userId, reason: "Thử" }),
      retireOfficer(other, { officerId: one.userId, reason: "Thử" }),
    ]);
    expect(ended.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("takes what they asked for, or agreed to, along", async () => {
    const phone = ownPhone();
    const asked = await askOfficer(who(an), { kind: "open", phone, fullName: "Lò Thị Dung" });
    if (!asked.ok) throw new Error(asked.code);
    await retireOfficer(who(chi), { officerId: who(an).userId, reason: "Nghỉ" });
    const { grantId } = asked.value;
    expect(await agreeToOfficer(who(binh), grantId)).toMatchObject({ code: "officer_grant_over" });
    // A form that was on its way when the sender's work ended.
    const late = await askOfficer(who(an), { kind: "open", phone, fullName: "Lò Thị Dung" });
    expect(late).toMatchObject({ code: "officer_no_more" });
  });

  it("is nobody by their own hand", async () => {
    const self = who(an);
    expect(await retireOfficer(self, { officerId: self.userId, reason: "Thử" })).toMatchObject({
      code: "officer_self",
    });
  });
});
