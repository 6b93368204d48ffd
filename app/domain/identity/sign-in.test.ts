import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sessions, users } from "~db/schema/identity";
import { now, setClock } from "~/platform/clock.server";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { HOUR_MS, MINUTE_MS } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { hashPassword } from "./passwords.server";
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
const tooMany = { ok: false, code: "too_many_sign_ins" };

describe("signIn", () => {
  it("starts a session that only the cookie's holder has", async () => {
    const clientAddress = freshAddress();
    const result = await signIn({ phone: PHONE, password: PASSWORD, clientAddress });
    if (!result.ok) throw new Error(result.code);
    expect(result.value.role).toBe("household_member");
    const { cookie } = result.value;
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
    const clientAddress = freshAddress();
    expect(await signIn({ phone: PHONE, password: "khac", clientAddress })).toEqual(wrong);
    expect(await signIn({ phone: "0987654321", password: PASSWORD, clientAddress })).toEqual(wrong);
    expect(await signIn({ phone: PHONE, password: "", clientAddress })).toEqual(wrong);
  });

  it("stops a phone after 10 attempts in 15 minutes, from whatever address, even with the right password", async () => {
    const time = 1_800_000_000_000;
    setClock(time);
    const phone = "0911111111";
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const input = { phone, password: "sai", clientAddress: freshAddress() };
      expect(await signIn(input)).toEqual(wrong);
    }
    const next = () => signIn({ phone, password: "sai", clientAddress: freshAddress() });
    expect(await next()).toEqual(tooMany);
    setClock(time + 15 * MINUTE_MS - 1);
    expect(await next()).toEqual(tooMany);
    setClock(time + 15 * MINUTE_MS);
    expect(await next()).toEqual(wrong);
  });

  it("forgets a phone's wrong attempts once the right password comes", async () => {
    const attempt = (password: string) =>
      signIn({ phone: PHONE, password, clientAddress: freshAddress() });
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 5; i += 1) expect(await attempt("sai")).toEqual(wrong);
      expect((await attempt(PASSWORD)).ok).toBe(true);
    }
  });

  it("stops an address after 100 attempts in 15 minutes, whatever the phone", async () => {
    const clientAddress = freshAddress();
    for (let i = 0; i < 100; i += 1) {
      const phone = `09${String(20_000_000 + i)}`;
      expect(await signIn({ phone, password: "sai", clientAddress })).toEqual(wrong);
    }
    expect(await signIn({ phone: PHONE, password: PASSWORD, clientAddress })).toEqual(tooMany);
    const elsewhere = { phone: PHONE, password: PASSWORD, clientAddress: freshAddress() };
    expect((await signIn(elsewhere)).ok).toBe(true);
  });
});

it("reads a session that is due to be prolonged while another process holds the write lock", async () => {
  const clientAddress = freshAddress();
  const result = await signIn({ phone: PHONE, password: PASSWORD, clientAddress });
  if (!result.ok) throw new Error(result.code);
  const cookie = result.value.cookie.split(";")[0] ?? "";
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
