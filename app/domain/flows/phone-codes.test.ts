import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { phoneCodes, type users } from "~db/schema/identity";
import { outboxMessages } from "~db/schema/outbox";
import { DEMO_SIGN_INS } from "~/domain/identity/demo-sign-ins";
import { forgetPerson } from "~/domain/identity/forget-person.server";
import { deviceToken } from "~/domain/identity/device-token.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { phoneCode } from "~/domain/identity/phone-code.server";
import {
  CODE_LIFE_MS,
  RIGHT_AGAIN_MS,
  SEND_AGAIN_MS,
  SENT_MAX,
  SENT_MORE,
  TRIES_MAX,
} from "~/domain/identity/phone-code-limits";
import { findPhoneCode, findProvenPhone } from "~/domain/identity/queries-phone-codes.server";
import { readSession, startSession } from "~/domain/identity/sessions.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { sweepPhoneCodes } from "~/domain/identity/sweep-phone-codes.server";
import { findEmail } from "~/domain/notices/queries-email.server";
import { setEmail } from "~/domain/notices/set-email.server";
import type { SmsChannel } from "~/domain/notices/open-channels.server";
import { sendCode } from "~/domain/notices/send-code.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { useProduction } from "~/platform/test-production.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { enterByCode } from "./enter-by-code.server";
import { openAccount } from "./open-account.server";
import { sendPhoneCode, type CodeRequest } from "./send-phone-code.server";
import { insertTestUser } from "./test-shop";

const PASSWORD = "mat khau dai";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase();
});
afterAll(() => close());
afterEach(() => setClock());

let last = 0;
const freshPhone = () => `09110${String((last += 1)).padStart(5, "0")}`;
const freshNetwork = () => `198.51.100.${(last += 1)}`;
const ask = (change: Partial<CodeRequest>) =>
  sendPhoneCode({
    codeId: newId("pcd"),
    phone: freshPhone(),
    language: "vi",
    clientNetwork: freshNetwork(),
    deviceToken: null,
    ...change,
  });
const later = (ms: number) => {
  const at = now() + ms;
  setClock(() => at);
};

async function askFor(phone: string): Promise<string> {
  const asked = await ask({ phone });
  if (!asked.ok) throw new Error(asked.code);
  return asked.value.codeId;
}

async function codeOf(codeId: string) {
  const [code] = await reader().select().from(phoneCodes).where(eq(phoneCodes.id, codeId));
  if (!code) throw new Error("no such code");
  return code;
}

const digitsOf = async (codeId: string) => phoneCode(await codeOf(codeId));
const enter = (codeId: string, typed: string, clientNetwork = freshNetwork()) =>
  enterByCode({ codeId, typed, clientNetwork });
const enterRightly = async (codeId: string) => enter(codeId, await digitsOf(codeId));
const otherThan = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, "0");

const messagesOf = async (codeId: string) =>
  (await reader().select().from(outboxMessages).where(eq(outboxMessages.kind, "phone_code")))
    .map(({ payload }) => payload as { codeId: string; sending: number; key: string })
    .filter((payload) => payload.codeId === codeId);

describe("a one-time code", () => {
  it("proves a phone that nobody has an account with, once", async () => {
    const phone = freshPhone();
    const codeId = await askFor(phone);
    expect(await findProvenPhone({ codeId, withinMs: HOUR_MS })).toBeNull();
    expect(await enterRightly(codeId)).toEqual({ ok: true, value: { kind: "new", phone } });
    expect(await findProvenPhone({ codeId, withinMs: HOUR_MS })).toBe(phone);
    // The button pressed twice, or the answer lost on the way.
    expect(await enterRightly(codeId)).toEqual({ ok: true, value: { kind: "new", phone } });
    const usedUp = await enter(codeId, otherThan(await digitsOf(codeId)));
    expect(usedUp).toMatchObject({ ok: false, code: "code_wrong" });
    later(RIGHT_AGAIN_MS);
    expect(await enterRightly(codeId)).toEqual({ ok: false, code: "code_gone" });
    later(HOUR_MS);
    expect(await findProvenPhone({ codeId, withinMs: HOUR_MS })).toBeNull();
  });

  it("stands nowhere in the database, and is another for another phone, moment or id", async () => {
    const codeId = await askFor(freshPhone());
    const code = await codeOf(codeId);
    const digits = phoneCode(code);
    expect(digits).toMatch(/^\d{6}$/);
    const rows = [code, ...(await messagesOf(codeId))];
    // The digits may occur by chance in an id or a time: no value is them.
    expect(rows.flatMap((row) => Object.values(row)).map(String)).not.toContain(digits);
    const others = Array.from({ length: 40 }, (_, i) => [
      phoneCode({ ...code, phone: `091200${String(i).padStart(4, "0")}` }),
      phoneCode({ ...code, createdAt: code.createdAt + 1 + i }),
      phoneCode({ ...code, id: `${code.id}${i}` }),
    ]).flat();
    expect(new Set(others).size).toBeGreaterThan(110);
  });

  it("is gone after five wrong tries, which count one by one also when they come at once", async () => {
    const codeId = await askFor(freshPhone());
    const digits = await digitsOf(codeId);
    const wrong = otherThan(digits);
    const answers = await Promise.all(
      Array.from({ length: TRIES_MAX }, () => enter(codeId, wrong)),
    );
    const lefts = answers.map((one) => (one.ok ? "in" : String(one.detail?.["left"] ?? one.code)));
    expect(lefts.toSorted((a, b) => a.localeCompare(b))).toEqual(["1", "2", "3", "4", "code_gone"]);
    expect(await enter(codeId, digits)).toEqual({ ok: false, code: "code_gone" });
  });

  it("is good for ten minutes after it was sent last, and sent again it is the same", async () => {
    const codeId = await askFor(freshPhone());
    const digits = await digitsOf(codeId);
    later(CODE_LIFE_MS);
    expect(await enter(codeId, digits)).toEqual({ ok: false, code: "code_gone" });
    expect(await ask({ codeId, phone: null })).toMatchObject({ ok: true, value: { codeId } });
    expect(await digitsOf(codeId)).toBe(digits);
    expect(await messagesOf(codeId)).toMatchObject([{ sending: 1 }, { sending: 2 }]);
    expect(await enter(codeId, digits)).toMatchObject({ ok: true });
  });

  it("of another phone, used, or unknown is not sent again by its page", async () => {
    const gone = { ok: false, code: "code_gone" };
    expect(await ask({ codeId: newId("pcd"), phone: null })).toEqual(gone);
    const codeId = await askFor(freshPhone());
    await enterRightly(codeId);
    later(SEND_AGAIN_MS);
    expect(await ask({ codeId, phone: null })).toEqual(gone);
  });

  it("is asked for once by a form that is sent twice, and anew for another phone", async () => {
    const form = { codeId: newId("pcd"), phone: freshPhone() };
    const answers = await Promise.all([ask(form), ask(form), ask(form)]);
    for (const answer of answers)
      expect(answer).toEqual({ ok: true, value: { codeId: form.codeId } });
    expect(await messagesOf(form.codeId)).toHaveLength(1);
    const corrected = await ask({ ...form, phone: freshPhone() });
    if (!corrected.ok) throw new Error(corrected.code);
    expect(corrected.value.codeId).not.toBe(form.codeId);
    expect((await codeOf(form.codeId)).phone).toBe(form.phone);
  });

  it("waits a minute before the next, and goes to one phone eight times a day", async () => {
    const phone = freshPhone();
    const device = { phone, deviceToken: deviceToken(phone, "code") };
    const squatter = { phone, deviceToken: deviceToken(phone) };
    await askFor(phone);
    expect(await ask({ phone })).toMatchObject({ ok: false, code: "codes_too_soon" });
    for (let sent = 1; sent < SENT_MAX; sent += 1) {
      later(SEND_AGAIN_MS);
      expect(await ask({ phone })).toMatchObject({ ok: true });
    }
    later(SEND_AGAIN_MS);
    expect(await ask({ phone })).toMatchObject({ ok: false, code: "codes_used_up" });
    expect(await ask(squatter)).toMatchObject({ ok: false, code: "codes_used_up" });
    // Strangers have used up theirs; the owner's own browser has some left, also for the same digits once more.
    for (let sent = 0; sent < SENT_MORE; sent += 1) {
      expect(await ask(device)).toMatchObject({ ok: true });
      later(SEND_AGAIN_MS);
    }
    expect(await ask(device)).toMatchObject({ ok: false, code: "codes_used_up" });
    later(DAY_MS);
    expect(await ask({ phone })).toMatchObject({ ok: true });
  });

  it("is asked for by a whole commune behind one address, and not without end", async () => {
    const clientNetwork = freshNetwork();
    for (let asked = 0; asked < 200; asked += 1) {
      expect(await ask({ clientNetwork })).toMatchObject({ ok: true });
    }
    const refused = await ask({ clientNetwork });
    expect(refused).toMatchObject({ ok: false, code: "codes_too_many_here" });
    expect(await ask({})).toMatchObject({ ok: true });
  });

  it("counts on when the account is deleted and opened anew", async () => {
    const phone = freshPhone();
    const userId = await insertTestUser({ phone, phoneProvenAt: 1 });
    const codeId = await askFor(phone);
    const digits = await digitsOf(codeId);
    await inTransaction((tx) => forgetPerson(tx, userId));
    expect((await codeOf(codeId)).phone).not.toContain(phone.slice(3));
    expect(await enter(codeId, digits)).toEqual({ ok: false, code: "code_gone" });
    expect(await ask({ phone })).toMatchObject({ ok: false, code: "codes_too_soon" });
    for (let sent = 1; sent < SENT_MAX; sent += 1) {
      later(SEND_AGAIN_MS);
      expect(await ask({ phone })).toMatchObject({ ok: true });
    }
    later(SEND_AGAIN_MS);
    expect(await ask({ phone })).toMatchObject({ ok: false, code: "codes_used_up" });
  });

  it("asked for in vain uses up nobody's share", async () => {
    const clientNetwork = freshNetwork();
    for (let asked = 0; asked < 300; asked += 1) {
      const vain = await ask({ codeId: newId("pcd"), phone: null, clientNetwork });
      expect(vain).toEqual({ ok: false, code: "code_gone" });
    }
    expect(await ask({ clientNetwork })).toMatchObject({ ok: true });
  });

  it("of a demo is not sent to the people whom everybody shares", async () => {
    for (const { phone } of DEMO_SIGN_INS) {
      expect(await ask({ phone })).toEqual({ ok: false, code: "demo_sign_in_code" });
    }
  });

  it("is another message when its form comes again after it was forgotten", async () => {
    const form = { codeId: newId("pcd"), phone: freshPhone() };
    await ask(form);
    later(DAY_MS);
    await inTransaction(sweepPhoneCodes);
    expect(await ask(form)).toMatchObject({ ok: true });
    expect(new Set((await messagesOf(form.codeId)).map(({ key }) => key)).size).toBe(2);
  });

  it("is forgotten after a day", async () => {
    later(0);
    const codeId = await askFor(freshPhone());
    const count = async () =>
      (await reader().select().from(phoneCodes).where(eq(phoneCodes.id, codeId))).length;
    later(DAY_MS - 1);
    await inTransaction(sweepPhoneCodes);
    expect(await count()).toBe(1);
    later(1);
    await inTransaction(sweepPhoneCodes);
    expect(await count()).toBe(0);
  });
});

describe("whoever has an account with the phone", () => {
  const withPassword = async (change: Partial<typeof users.$inferInsert> = {}) => {
    const phone = freshPhone();
    const passwordHash = await hashPassword(PASSWORD);
    const userId = await insertTestUser({ phone, passwordHash, ...change });
    return { phone, userId, passwordHash };
  };
  const byPassword = (phone: string) =>
    signIn({ phone, password: PASSWORD, clientNetwork: freshNetwork(), deviceToken: null });

  it("is let in, and the first time whoever opened it with that number is out", async () => {
    const { phone, userId, passwordHash } = await withPassword();
    const squatter = (await startSession({ userId, passwordHash })).split(";")[0] ?? "";
    expect(await readSession(squatter)).toMatchObject({ id: userId });
    await inTransaction((tx) => setEmail(tx, { userId, email: "nguoi@khac.example" }));
    const entered = await enterRightly(await askFor(phone));
    expect(entered).toMatchObject({ ok: true, value: { kind: "known", hasLostPassword: true } });
    if (!entered.ok || entered.value.kind !== "known") throw new Error("not in");
    expect(await readSession(squatter)).toBeNull();
    expect(await findEmail(userId)).toBeNull();
    expect(await byPassword(phone)).toEqual({ ok: false, code: "wrong_phone_or_password" });
    const cookie = (await startSession(entered.value.proven)).split(";")[0] ?? "";
    expect(await readSession(cookie)).toMatchObject({ id: userId });

    later(RIGHT_AGAIN_MS);
    const again = await enterRightly(await askFor(phone));
    expect(again).toMatchObject({ ok: true, value: { hasLostPassword: false } });
    expect(await readSession(cookie)).toMatchObject({ id: userId });
  });

  it("keeps the password that was set since", async () => {
    const { phone } = await withPassword({ phoneProvenAt: 1 });
    expect(await enterRightly(await askFor(phone))).toMatchObject({
      value: { kind: "known", hasLostPassword: false },
    });
    expect(await byPassword(phone)).toMatchObject({ ok: true });
  });

  it.each(["agent", "department_officer"] as const)("as %s needs a password", async (role) => {
    const { phone } = await withPassword({ role });
    const codeId = await askFor(phone);
    expect(await enterRightly(codeId)).toEqual({ ok: false, code: "code_for_staff" });
    expect(await byPassword(phone)).toMatchObject({ ok: true });
  });

  it("who opened it without a password gets in by no password", async () => {
    const phone = freshPhone();
    const account = { fullName: "Lý Thị Mã", phone, language: "vi" as const, deviceToken: null };
    const open = (password: string | null) =>
      openAccount({ ...account, password, clientNetwork: freshNetwork() });
    const opened = await open(null);
    expect(opened).toMatchObject({ ok: true });
    expect(await open(null)).toMatchObject(opened); // the same form again
    for (const password of ["", "none:", "-"]) {
      const input = { phone, password, clientNetwork: freshNetwork(), deviceToken: null };
      expect(await signIn(input)).toEqual({ ok: false, code: "wrong_phone_or_password" });
    }
    expect(await open(PASSWORD)).toEqual({ ok: false, code: "phone_taken" });
  });

  it("that anybody may have opened is not given to a proof from before", async () => {
    const { phone } = await withPassword();
    const account = { fullName: "Lý Thị Mã", phone, language: "vi" as const, deviceToken: null };
    const opened = await openAccount({ ...account, password: null, clientNetwork: freshNetwork() });
    expect(opened).toEqual({ ok: false, code: "phone_taken" });
  });
});

describe("the message", () => {
  const heard: { id: string; phone: string | null; text: string }[] = [];
  const sms: SmsChannel = async ({ id, phone, words }) => {
    heard.push({ id, phone, text: `${words.shortText}|${words.link}` });
    return { kind: "taken" };
  };
  const message = (codeId: string, sending: number) => ({
    codeId,
    sending,
    language: "vi",
    key: `key-${sending}`,
  });
  const send = (payload: unknown, channel: SmsChannel | null = sms) =>
    sendCode(payload, { sms: channel, word: (language, { digits }) => `${language} ${digits}` });

  it("brings the digits, in the language of who asked", async () => {
    const phone = freshPhone();
    const codeId = await askFor(phone);
    heard.length = 0;
    await send(message(codeId, 1));
    const digits = await digitsOf(codeId);
    expect(heard).toEqual([{ id: "key-1", phone, text: `vi ${digits}|` }]);
  });

  it("that its provider refuses is waited for by nobody, and may be sent again", async () => {
    const codeId = await askFor(freshPhone());
    const refuse: SmsChannel = async () => ({ kind: "refused", cause: "refused" });
    await send(message(codeId, 1), refuse);
    expect(await findPhoneCode(codeId)).toMatchObject({ isOpen: false, wasRefused: true });
    expect(await findPhoneCode(codeId)).toMatchObject({ canSendAgain: true });
    later(SEND_AGAIN_MS);
    expect(await ask({ codeId, phone: null })).toMatchObject({ ok: true });
    await send(message(codeId, 1), refuse); // the message before
    expect(await findPhoneCode(codeId)).toMatchObject({ isOpen: true, wasRefused: false });
    await send(message(codeId, 2));
    await enterRightly(codeId);
  });

  it("goes out only while its code is of use, and only the newest", async () => {
    const codeId = await askFor(freshPhone());
    later(SEND_AGAIN_MS);
    await ask({ codeId, phone: null });
    heard.length = 0;
    await send(message(codeId, 1));
    expect(heard).toEqual([]);
    await send(message(codeId, 2));
    expect(heard).toHaveLength(1);
    await enterRightly(codeId);
    await send(message(codeId, 2));
    await send(message(newId("pcd"), 1));
    await send(message(codeId, 2), null);
    expect(heard).toHaveLength(1);
  });

  it("is tried again when the provider does not answer", async () => {
    const codeId = await askFor(freshPhone());
    const payload = message(codeId, 1);
    const silent: SmsChannel = async () => ({ kind: "unsure" });
    await expect(send(payload, silent)).rejects.toThrow("did not answer");
    const refusing: SmsChannel = async () => ({ kind: "refused", cause: "refused" });
    await expect(send(payload, refusing)).resolves.toBeUndefined();
  });

  it("cannot be asked for where no SMS can be sent", async () => {
    useProduction();
    expect(await ask({})).toEqual({ ok: false, code: "codes_not_set_up" });
  });
});
