import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { users } from "~db/schema/identity";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { ROLES, type Role } from "./roles";
import { readSession, startSession } from "./sessions.server";

const START = Date.UTC(2026, 10, 22, 1);
const ids = new Map<Role, string>();

let close: () => void;
beforeAll(async () => {
  close = openTestDatabase();
  await inTransaction(async (tx) => {
    for (const [i, role] of ROLES.entries()) {
      const id = newId("usr");
      ids.set(role, id);
      const person = { phone: `091234567${i}`, fullName: role, passwordHash: "", role };
      await tx.insert(users).values({ id, ...person, createdAt: 0 });
    }
  });
});
afterAll(() => close());

// Lucia's clock is the computer's.
beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: START }));
afterEach(() => vi.useRealTimers());

const signIn = async (role: Role) =>
  startSession({ userId: ids.get(role) ?? "", passwordHash: "", hasSecondStep: true });
const isSignedIn = async (cookie: string) => (await readSession(cookie)) !== null;

describe.each(["agent", "department_officer"] as const)("the session of the %s", (role) => {
  it("ends after 12 hours without use, also a used one", async () => {
    const unused = await signIn(role);
    const used = await signIn(role);
    vi.setSystemTime(START + 7 * HOUR_MS);
    expect(await isSignedIn(used)).toBe(true);
    vi.setSystemTime(START + 12 * HOUR_MS + MINUTE_MS);
    expect(await isSignedIn(unused)).toBe(false);
    expect(await isSignedIn(used)).toBe(true);
    vi.setSystemTime(START + 25 * HOUR_MS);
    expect(await isSignedIn(used)).toBe(false);
  });

  it("has a cookie that ends with the browser", async () => {
    const cookie = await signIn(role);
    expect(cookie).toMatch(/^session=[0-9a-f]{40}; /);
    expect(cookie).not.toMatch(/Max-Age|Expires/i);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
  });
});

it.each(["buyer", "household_member"] as const)("the %s stays signed in", async (role) => {
  const cookie = await signIn(role);
  expect(cookie).toMatch(/; Max-Age=34560000/);
  vi.setSystemTime(START + 20 * DAY_MS);
  expect(await isSignedIn(cookie)).toBe(true);
  vi.setSystemTime(START + 49 * DAY_MS);
  expect(await isSignedIn(cookie)).toBe(true);
  vi.setSystemTime(START + 80 * DAY_MS);
  expect(await isSignedIn(cookie)).toBe(false);
});
