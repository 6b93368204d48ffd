import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sessions, users } from "~db/schema/identity";
import { now, setClock } from "~/platform/clock.server";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { HOUR_MS, MINUTE_MS } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { deviceToken } from "./device-token.server";
import { hashPassword } from "./passwords.server";
import type { SignInInput } from "./recognise-person.server";
import type { Opened } from "./open-session.server";
import { signIn } from "./sign-in.server";
import { endSession, readSession } from "./sessions.server";

const PHONE = "0912345678";
const PASSWORD = "mat khau dai";

let close: () => void;
beforeAll(async () => {
  close = openTestDatabase();
  const passwordHash = await hashPassword(PASSWORD);
  await inTransaction(async (tx) => {
    await tx.insert(users).values({
      id: newId("usr"),
      phone: PHONE,
      fullName: "Vàng Thị Mai",
      passwordHash,
      role: "household_member",
      createdAt: 0,
    });
  });
});
afterAll(() => close());
afterEach(() => setClock());

let lastAddress = 0;
const freshAddress = () => `192.0.2.${(lastAddress += 1)}`;
const wrong = { ok: false, code: "wrong_phone_or_password" };
const attempt = (change: Partial<SignInInput>) =>
  signIn({
    phone: PHONE,
    password: PASSWORD,
    clientNetwork: freshAddress(),
    deviceToken: null,
    ...change,
  });
const cookieOf = (opened: Opened) => (opened.kind === "in" ? opened.cookie : "");
const detail = { waitMs: expect.any(Number) as number };
const tooMany = { ok: false, code: "too_many_sign_ins", detail };

describe("signIn", () => {
  it("starts a session that only the cookie's holder has", async () => {
    const clientNetwork = freshAddress();
    const result = await attempt({ clientNetwork });
    if (!result.ok) throw new Error(result.code);
    expect(result.value.role).toBe("household_member");
    const cookie = cookieOf(result.value.opened);
    expect(cookie).toMatch(/^session=[0-9a-f]{40};/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).not.toMatch(/Secure/); // this server has no https address

    const token = /^session=([^;]*)/.exec(cookie)?.[1] ?? "";
    const rows = await reader().select().from(sessions);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toContain(token);

    expect(await readSession(`session=${token}`)).toMatchObject({ fullName: "Vàng Thị Mai" });
    // The row's id is no key: a copy of the table signs nobody in.
    expect(await readSession(`session=${rows[0]?.id}`)).toBeNull();
    expect(await endSession(`session=${token}`)).toMatch(/Max-Age=0/);
    expect(await readSession(`session=${token}`)).toBeNull();
    expect(await reader().select().from(sessions)).toHaveLength(0);
  });

  it("answers the same for a wrong password and for an unknown phone", async () => {
    const clientNetwork = freshAddress();
    expect(await attempt({ password: "khac", clientNetwork })).toEqual(wrong);
    expect(await attempt({ phone: "0987654321", clientNetwork })).toEqual(wrong);
    expect(await attempt({ password: "", clientNetwork })).toEqual(wrong);
  });

  it("stops a phone from one network after 10 attempts in 15 minutes, and from no other", async () => {
    const time = 1_800_000_000_000;
    setClock(time);
    const clientNetwork = "2001:db8:7:7::/64";
    const guess = () => attempt({ password: "sai", clientNetwork });
    for (let i = 1; i <= 10; i += 1) expect(await guess()).toEqual(wrong);
    expect(await guess()).toEqual(tooMany);
    expect((await attempt({ clientNetwork: freshAddress() })).ok).toBe(true);
    setClock(time + 15 * MINUTE_MS - 1);
    expect(await attempt({ clientNetwork })).toEqual({
      ...tooMany,
      detail: { waitMs: 1 },
    });
    setClock(time + 15 * MINUTE_MS);
    expect(await guess()).toEqual(wrong);
  });

  it("slows guessing from everywhere down, and leaves the owner's own browser alone", async () => {
    const time = 1_800_100_000_000;
    setClock(time);
    const own = deviceToken(PHONE);
    for (let i = 0; i < 100; i += 1) expect(await attempt({ password: "sai" })).toEqual(wrong);
    const elsewhere = { ok: false, code: "too_many_sign_ins_elsewhere", detail };
    expect(await attempt({ password: "sai" })).toEqual(elsewhere);
    expect(await attempt({})).toEqual(elsewhere); // a new browser, even with the right password
    expect((await attempt({ deviceToken: own })).ok).toBe(true);

    const forged = `${own.slice(0, -2)}${own.at(-2) === "A" ? "B" : "A"}${own.at(-1)}`;
    expect(await attempt({ deviceToken: forged })).toEqual(elsewhere);
    setClock(time + HOUR_MS);
    expect((await attempt({})).ok).toBe(true);
  });

  it("gives a browser 10 attempts of its own, for the account it has signed in to only", async () => {
    const own = deviceToken(PHONE);
    const guess = (phone: string) => attempt({ phone, password: "sai", deviceToken: own });
    for (let i = 0; i < 10; i += 1) expect(await guess(PHONE)).toEqual(wrong);
    expect(await guess(PHONE)).toEqual(tooMany);
    expect(await attempt({ deviceToken: own })).toEqual(tooMany);
    expect(await guess("0987654321")).toEqual(wrong); // counted as any stranger's
  });

  it("forgets wrong attempts once the right password comes", async () => {
    const clientNetwork = freshAddress();
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 5; i += 1) {
        expect(await attempt({ password: "sai", clientNetwork })).toEqual(wrong);
      }
      expect((await attempt({ clientNetwork })).ok).toBe(true);
    }
  });

  it("stops an address after 100 attempts in 15 minutes, whatever the phone", async () => {
    const clientNetwork = freshAddress();
    for (let i = 0; i < 100; i += 1) {
      const phone = `09${String(20_000_000 + i)}`;
      expect(await attempt({ phone, password: "sai", clientNetwork })).toEqual(wrong);
    }
    expect(await attempt({ clientNetwork })).toEqual(tooMany);
    expect((await attempt({})).ok).toBe(true);
  });
});

it("reads a session that is due to be prolonged while another process holds the write lock", async () => {
  const clientNetwork = freshAddress();
  const result = await attempt({ clientNetwork });
  if (!result.ok) throw new Error(result.code);
  const cookie = cookieOf(result.value.opened).split(";")[0] ?? "";
  // The session library keeps its own clock: the row is aged instead.
  await inTransaction(async (tx) => {
    await tx.update(sessions).set({ expiresAt: now() + HOUR_MS });
  });
  const other = new Database(databaseFile());
  other.exec("BEGIN IMMEDIATE");
  expect(await readSession(cookie)).toMatchObject({ fullName: "Vàng Thị Mai" });
  other.exec("ROLLBACK");
  other.close();
});
