import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { phoneCodes, users } from "~db/schema/identity";
import type { UserActor } from "~/domain/audit/actor";
import { hashPassword } from "~/domain/identity/passwords.server";
import { phoneCode } from "~/domain/identity/phone-code.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { openTestDatabase } from "~/platform/test-database.server";
import { askPhoneChange } from "./ask-phone-change.server";
import { changePhone } from "./change-phone.server";
import { enterByCode } from "./enter-by-code.server";
import { enterByHandedCode } from "./enter-by-handed-code.server";
import { giveEntryCode } from "./give-entry-code.server";
import { sendPhoneCode } from "./send-phone-code.server";
import { insertTestHousehold, insertTestShop, insertTestUser, TEST_SHOP } from "./test-shop";

/** What the tests of changed numbers share: people and households with numbers of their own, and how they go about it. */

export const PASSWORD = "mat khau cua toi";

let passwordHash: string;
let last = 0;

/** A shop with an officer; answers how it is closed. */
export async function openPhoneShop(): Promise<() => void> {
  const close = openTestDatabase({ PROVINCE: TEST_SHOP.provinceCode });
  await insertTestShop();
  await insertTestUser({ id: OFFICER.userId, role: "department_officer" });
  passwordHash = await hashPassword(PASSWORD);
  return close;
}

export const freshPhone = () => `09130${String((last += 1)).padStart(5, "0")}`;
export const freshNetwork = () => `198.51.100.${(last += 1)}`;
export const later = (ms: number) => {
  const at = now() + ms;
  setClock(() => at);
};

export type Person = { userId: string; phone: string; actor: UserActor };

export async function person(change: Partial<typeof users.$inferInsert> = {}): Promise<Person> {
  const phone = freshPhone();
  const given = { phone, passwordHash, phoneProvenAt: 1, ...change };
  const userId = await insertTestUser(given);
  return { userId, phone, actor: { kind: "user", userId, role: given.role ?? "buyer" } };
}

/** A household that is reached by its member's number. */
export async function household(change: Partial<typeof households.$inferInsert> = {}) {
  const phone = freshPhone();
  const slug = `ho-doi-so-${last}`;
  const householdId = await insertTestHousehold({ slug, name: `Hộ ${last}`, phone, ...change });
  const userId = await insertTestUser({ phone, passwordHash, phoneProvenAt: 1, householdId });
  const actor: UserActor = { kind: "user", userId, role: "household_member" };
  return { userId, phone, actor, slug, householdId, scope: scopeOf(householdId) };
}
export const scopeOf = (id: string) => ({ kind: "households" as const, householdIds: [id] });

/** A buyer by the password, a seller by a code to the number that the account has. */
export async function ask(
  who: Person,
  phone: string,
  change: Partial<Parameters<typeof askPhoneChange>[1]> = {},
) {
  const isBuyer = who.actor.role === "buyer";
  return askPhoneChange(who.actor, {
    codeId: newId("pcd"),
    phone,
    language: "vi",
    password: PASSWORD,
    provenPhone: isBuyer ? null : (await userOf(who)).phone,
    clientNetwork: freshNetwork(),
    deviceToken: null,
    ...change,
  });
}

export async function asked(who: Person, phone: string): Promise<string> {
  const answer = await ask(who, phone);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.codeId;
}

export async function digitsOf(codeId: string): Promise<string> {
  const [code] = await reader().select().from(phoneCodes).where(eq(phoneCodes.id, codeId));
  return phoneCode(present(code, "a code"));
}
export const otherThan = (digits: string) =>
  String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
export const type = async (who: Person, codeId: string, digits?: string) =>
  changePhone(who.actor, { codeId, digits: digits ?? (await digitsOf(codeId)) });

export async function changed(who: Person, phone = freshPhone()): Promise<string> {
  const done = await type(who, await asked(who, phone));
  if (!done.ok) throw new Error(done.code);
  return phone;
}

export const userOf = async ({ userId }: { userId: string }) => {
  const [user] = await reader().select().from(users).where(eq(users.id, userId));
  return present(user, "a person");
};
export const householdPhone = async (id: string) => {
  const [row] = await reader().select().from(households).where(eq(households.id, id));
  return row?.phone;
};
export const comesIn = async (phone: string, password = PASSWORD) =>
  (await signIn({ phone, password, clientNetwork: freshNetwork(), deviceToken: null })).ok;

export async function entryCode(phone: string): Promise<string> {
  const codeId = newId("pcd");
  const to = { codeId, phone, language: "vi" as const, deviceToken: null };
  const sent = await sendPhoneCode({ ...to, clientNetwork: freshNetwork() });
  if (!sent.ok) throw new Error(sent.code);
  return codeId;
}
export const enter = async (codeId: string) =>
  enterByCode({ codeId, typed: await digitsOf(codeId), clientNetwork: freshNetwork() });

export const OFFICER: UserActor = {
  kind: "user",
  userId: "usr_officer",
  role: "department_officer",
};

/** Somebody comes in by an officer's code for this household. */
export async function enterByOfficer({ slug }: { slug: string }, codeId = newId("pcd")) {
  const words = { recognisedBy: "in_person" as const, recognition: "Có thẻ căn cước" };
  const given = await giveEntryCode(OFFICER, { slug, codeId, ...words });
  if (!given.ok) throw new Error(given.code);
  const { digits: code, phone } = given.value;
  return enterByHandedCode({ phone, code, password: PASSWORD, clientNetwork: freshNetwork() });
}
