import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { pushSubscriptions } from "~db/schema/notices";
import { exportPerson } from "~/domain/buyers/queries-export.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { recognisePerson } from "~/domain/identity/recognise-person.server";
import { readSession, startSession } from "~/domain/identity/sessions.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { cookieFor } from "~/domain/identity/test-session";
import type { Proven } from "~/domain/identity/types";
import { findEmail } from "~/domain/notices/queries-email.server";
import { listBought } from "~/domain/payments/queries-buyer.server";
import { reader } from "~/platform/db.server";
import { changeEmail } from "./change-email.server";
import { changePassword } from "./change-password.server";
import { deleteAccount } from "./delete-account.server";
import { openAccount } from "./open-account.server";
import { account, buy, openOwn, PASSWORD, PERSON, PHONE, proofOf, visitor } from "./test-account";
import { setUpOrders } from "./test-orders";
import { insertTestUser } from "./test-shop";
import { subscribeBrowser } from "./subscribe-browser.server";

setUpOrders();

describe("openAccount", () => {
  it("makes a buyer who can sign in, with nothing of what a guest ordered with the phone", async () => {
    await buy({ kind: "guest" });
    const { userId } = await openOwn();
    const signed = await signIn({ phone: PHONE, password: PASSWORD, ...visitor() });
    expect(signed).toMatchObject({ ok: true, value: { role: "buyer" } });
    expect((await listBought(userId, 1)).bought).toEqual([]);
    const data = await exportPerson(userId);
    expect(data.purchases).toEqual([]);
    expect(data.account).toMatchObject({ fullName: PERSON.fullName, phone: PHONE, role: "buyer" });
  });

  it("answers the same form twice the same, and another person with that phone nothing but that", async () => {
    const { userId } = await openOwn();
    expect(await openAccount(account())).toMatchObject({ ok: true, value: { userId } });
    const taken = { ok: false, code: "phone_taken" };
    expect(await openAccount(account({ password: "mot mat khau khac" }))).toEqual(taken);
    await insertTestUser({
      phone: "0988000222",
      role: "household_member",
      passwordHash: await hashPassword(PASSWORD),
    });
    expect(await openAccount(account({ phone: "0988000222" }))).toEqual(taken);
  });
});

describe("changePassword", () => {
  it("asks for the old one, signs everybody else out, and notes no password", async () => {
    const { userId, actor } = await openOwn();
    const cookie = await cookieFor(userId);
    const change = (password: string) =>
      changePassword(actor, { ...proofOf(userId, password), newPassword: "mat khau moi 2" });
    expect(await change("sai")).toEqual({ ok: false, code: "wrong_password" });
    expect(await readSession(cookie)).not.toBeNull();
    expect((await change(PASSWORD)).ok).toBe(true);
    expect(await readSession(cookie)).toBeNull();
    const trial = (password: string) => signIn({ phone: PHONE, password, ...visitor() });
    expect((await trial(PASSWORD)).ok).toBe(false);
    expect((await trial("mat khau moi 2")).ok).toBe(true);
    const noted = JSON.stringify(await reader().select().from(auditEntries));
    expect(noted).toContain("account.change_password");
    expect(noted).not.toContain("mat khau");
  });

  it("ends what was set up with the old one, and starts nothing that it had opened just before", async () => {
    const { userId, actor } = await openOwn();
    const subscription = { endpoint: "https://push.example/may-la", p256dh: "-", auth: "-" };
    await subscribeBrowser({ ownerKind: "user", ownerId: userId, ...subscription });
    const known = await recognisePerson({ phone: PHONE, password: PASSWORD, ...visitor() });
    if (!known.ok) throw new Error(known.code);
    const newPassword = "mat khau moi 2";
    const changed = await changePassword(actor, { ...proofOf(userId), newPassword });
    if (!changed.ok) throw new Error(changed.code);
    expect(await reader().$count(pushSubscriptions)).toBe(0);
    const isSignedIn = async (proven: Proven) =>
      (await readSession((await startSession(proven)).split(";")[0] ?? "")) !== null;
    expect(await isSignedIn(known.value)).toBe(false);
    expect(await isSignedIn(changed.value)).toBe(true);
    expect((await deleteAccount(actor, proofOf(userId, newPassword))).ok).toBe(true);
    expect(await isSignedIn(changed.value)).toBe(false);
  });
});

it("an e-mail is confirmed by the link to it, and no other that was entered meanwhile", async () => {
  const { userId, actor } = await openOwn();
  const confirm = (email: string) => changeEmail(actor, { kind: "confirm", email });
  await changeEmail(actor, { kind: "set", email: "toi@example.vn" });
  // The door has found the key of this one right; another tab saves another one first.
  await changeEmail(actor, { kind: "set", email: "khac@example.vn" });
  expect(await confirm("toi@example.vn")).toEqual({ ok: false, code: "email_changed" });
  expect(await findEmail(userId)).toMatchObject({ email: "khac@example.vn", isConfirmed: false });
  for (let i = 0; i < 2; i += 1) expect((await confirm("khac@example.vn")).ok).toBe(true);
  expect(await findEmail(userId)).toMatchObject({ isConfirmed: true });
});
