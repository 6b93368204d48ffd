import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { entryCodes } from "~db/schema/households-entry";
import { phoneCodes, sessions, users } from "~db/schema/identity";
import { emailAddresses, pushSubscriptions } from "~db/schema/notices";
import { keptPayees, payeeEvents, payees } from "~db/schema/settlement-payees";
import type { UserActor } from "~/domain/audit/actor";
import { OFFICER_CODES_MAX } from "~/domain/households/entry-code-terms";
import { listEntryCodes, listEntryNews } from "~/domain/households/queries-entry-codes.server";
import {
  HANDED_MAX,
  HANDED_TRIES_MAX,
  OFFICER_LIFE_MS,
  RIGHT_AGAIN_MS,
} from "~/domain/identity/phone-code-limits";
import { phoneCode } from "~/domain/identity/phone-code.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { readSession } from "~/domain/identity/sessions.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { cookieFor } from "~/domain/identity/test-session";
import { findHouseholdAccount, loadCandidates } from "~/domain/settlement/queries-payouts.server";
import { resealKeptPayees } from "~/domain/settlement/reseal-kept-payees.server";
import { sweepKeptPayees } from "~/domain/settlement/sweep-kept-payees.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { isSealedWithNewest, seal } from "~/platform/seal.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { changePassword } from "./change-password.server";
import { enterByCode } from "./enter-by-code.server";
import { enterByHandedCode } from "./enter-by-handed-code.server";
import { enterPayoutAccount } from "./enter-payout-account.server";
import { giveEntryCode } from "./give-entry-code.server";
import { foreseeRefusal, refuseEntryCode } from "./refuse-entry-code.server";
import { createMailbox, tellAll } from "./test-mailbox";
import { insertTestHousehold, insertTestShop, insertTestUser } from "./test-shop";

let close: () => void;
let officer: UserActor;
let oldHash: string;
let count = 0;
let networks = 0;

const OLD = "mat khau da quen";
const NEW = "mat khau moi cua ho";
const ACCOUNT = { bankBin: "970405", accountNumber: "0200000067890", accountName: "HO MAU" };
const WORDS = "Bà Sùng Thị Mẫu đến Sở sáng 28/11, có thẻ căn cước";

beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
  oldHash = await hashPassword(OLD);
});
beforeEach(async () => {
  const role = "department_officer" as const;
  const fullName = "Trần Văn Mẫu";
  officer = { kind: "user", userId: await insertTestUser({ role, fullName }), role };
});
afterEach(() => setClock());
afterAll(() => close());

/** A household that sells, whose member came in by a password and whose phone a code once proved. */
async function household() {
  count += 1;
  const slug = `ho-quen-mat-khau-${count}`;
  const phone = `09000006${String(10 + count)}`;
  const householdId = await insertTestHousehold({ slug, name: `Hộ quên ${count}`, phone });
  const person = { phone, passwordHash: oldHash, phoneProvenAt: 1 };
  const userId = await insertTestUser({ ...person, householdId });
  const actor: UserActor = { kind: "user", userId, role: "household_member" };
  const scope = { kind: "households" as const, householdIds: [householdId] };
  return { slug, phone, householdId, userId, actor, scope };
}
type Household = Awaited<ReturnType<typeof household>>;

const giving = (slug: string, codeId = newId("pcd"), by = officer) =>
  giveEntryCode(by, { slug, codeId, recognisedBy: "in_person", recognition: WORDS });

async function give({ slug }: Household) {
  const codeId = newId("pcd");
  const given = await giving(slug, codeId);
  if (!given.ok) throw new Error(given.code);
  return { codeId, ...given.value };
}

function enter(phone: string, code: string, password = NEW) {
  networks += 1;
  return enterByHandedCode({ phone, code, password, clientNetwork: `10.6.0.${networks}` });
}

const comesIn = async ({ phone }: Household, password: string) =>
  (await signIn({ phone, password, clientNetwork: `10.7.0.${networks}`, deviceToken: null })).ok;
/** The member's own password, for another. */
function change({ userId, actor }: Household, password: string, newPassword: string) {
  const at = { provenPhone: null, clientNetwork: `10.8.0.${networks}`, deviceToken: null };
  return changePassword(actor, { userId, password, newPassword, ...at });
}
const wrong = (digits: string) => (digits === "00000000" ? "00000001" : "00000000");
const lastAct = async (householdId: string) => {
  const rows = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, householdId));
  return present(rows.at(-1), "an act");
};
const payeeOf = async (ownerId: string) =>
  (await reader().select().from(payees).where(eq(payees.ownerId, ownerId)))[0] ?? null;

describe("a code that an officer hands over", () => {
  it("lets a household in that came in before, and ends all that opened it until then", async () => {
    const home = await household();
    const cookie = await cookieFor(home.userId);
    const browser = { id: newId("psh"), ownerKind: "user" as const, ownerId: home.userId };
    await inTransaction((tx) =>
      tx.insert(pushSubscriptions).values({
        ...browser,
        endpoint: "https://push.example/1",
        p256dh: "-",
        auth: "-",
        createdAt: now(),
      }),
    );
    const { digits, phone } = await give(home);
    expect(phone).toBe(home.phone);
    expect(digits).toMatch(/^\d{8}$/);
    // Handing it over changes nothing yet: whoever has the password still comes in.
    expect(await comesIn(home, OLD)).toBe(true);
    expect(await enter(phone, digits)).toMatchObject({ ok: true });
    expect(await readSession(cookie)).toBeNull();
    expect(await comesIn(home, OLD)).toBe(false);
    expect(await comesIn(home, NEW)).toBe(true);
    expect(await reader().$count(pushSubscriptions)).toBe(0);
  });

  it("is good once: pressed twice it answers the same, another password does not come in by it", async () => {
    const home = await household();
    const { digits } = await give(home);
    const entered = await enter(home.phone, digits);
    expect(await enter(home.phone, digits)).toEqual(entered);
    const other = await enter(home.phone, digits, "mat khau khac");
    expect(other).toMatchObject({ code: "handed_code_wrong" });
    expect(await comesIn(home, NEW)).toBe(true);
    setClock(now() + RIGHT_AGAIN_MS + 1_000);
    expect(await enter(home.phone, digits)).toMatchObject({ code: "handed_code_wrong" });
  });

  it("is void after a day, after many tries, and once a newer one is made", async () => {
    const home = await household();
    const first = await give(home);
    const second = await give(home);
    if (first.digits !== second.digits) {
      expect(await enter(home.phone, first.digits)).toMatchObject({ code: "handed_code_wrong" });
    }
    for (let i = 0; i < HANDED_TRIES_MAX; i += 1) await enter(home.phone, wrong(second.digits));
    expect(await enter(home.phone, second.digits)).toMatchObject({ code: "handed_code_wrong" });
    const third = await give(home);
    setClock(now() + OFFICER_LIFE_MS + 1);
    expect(await enter(home.phone, third.digits)).toMatchObject({ code: "handed_code_wrong" });
    expect(await comesIn(home, OLD)).toBe(true);
  });

  it("is void once the household changes its password or comes in by a code sent to its phone", async () => {
    const home = await household();
    const one = await give(home);
    expect(await change(home, OLD, "doi mat khau roi")).toMatchObject({ ok: true });
    expect(await enter(home.phone, one.digits)).toMatchObject({ code: "handed_code_wrong" });
    const two = await give(home);
    const sent = { id: newId("pcd"), phone: home.phone, purpose: "entry" as const };
    const facts = { ...sent, createdAt: now() };
    const row = { ...facts, sentAt: now(), expiresAt: now() + HOUR_MS };
    await inTransaction((tx) => tx.insert(phoneCodes).values(row));
    const typed = phoneCode(facts);
    const came = await enterByCode({ codeId: sent.id, typed, clientNetwork: "::1" });
    expect(came).toMatchObject({ ok: true });
    expect(await enter(home.phone, two.digits)).toMatchObject({ code: "handed_code_wrong" });
  });

  it("a code that was used is not good again when the password is changed after it", async () => {
    const home = await household();
    const { digits } = await give(home);
    await enter(home.phone, digits);
    expect(await change(home, NEW, "lai doi mat khau")).toMatchObject({ ok: true });
    setClock(now() + RIGHT_AGAIN_MS + 1_000);
    expect(await enter(home.phone, digits, "ke trom vao")).toMatchObject({
      code: "handed_code_wrong",
    });
    expect(await comesIn(home, "lai doi mat khau")).toBe(true);
  });

  it("opens nothing once its officer works here no more", async () => {
    const home = await household();
    const { digits } = await give(home);
    await inTransaction((tx) =>
      tx.update(users).set({ role: "buyer" }).where(eq(users.id, officer.userId)),
    );
    expect(await enter(home.phone, digits)).toMatchObject({ code: "handed_code_wrong" });
    expect(await comesIn(home, OLD)).toBe(true);
  });

  it("stands on record with the officer and their words, never with its digits", async () => {
    const home = await household();
    const { codeId, digits } = await give(home);
    const [row] = await reader().select().from(entryCodes).where(eq(entryCodes.id, codeId));
    const facts = { householdId: home.householdId, userId: home.userId };
    expect(row).toMatchObject({ ...facts, madeById: officer.userId, recognisedBy: "in_person" });
    expect(row?.recognition).toBe(WORDS);
    const act = await lastAct(home.householdId);
    expect(act).toMatchObject({ action: "household.give_entry_code", actorId: officer.userId });
    expect(JSON.stringify([row, act])).not.toContain(digits);
    const forge = (change: Partial<typeof entryCodes.$inferInsert>) =>
      inTransaction((tx) => tx.update(entryCodes).set(change).where(eq(entryCodes.id, codeId)));
    await expect(forge({ recognition: "khác" })).rejects.toThrow();
    await expect(forge({ madeById: home.userId })).rejects.toThrow();
    await enter(home.phone, digits);
    await expect(forge({ usedAt: null })).rejects.toThrow();
  });

  it("shows the same digits when its form is sent twice, and to no other officer", async () => {
    const home = await household();
    const { codeId, digits } = await give(home);
    expect(await giving(home.slug, codeId)).toMatchObject({ ok: true, value: { digits } });
    expect(await reader().$count(entryCodes, eq(entryCodes.householdId, home.householdId))).toBe(1);
    const role = "department_officer" as const;
    const other: UserActor = { kind: "user", userId: await insertTestUser({ role }), role };
    expect(await giving(home.slug, codeId, other)).toMatchObject({ code: "form_outdated" });
  });

  it("is made a few times a day for one household, and not without end by one officer", async () => {
    const home = await household();
    for (let i = 0; i < HANDED_MAX; i += 1) await give(home);
    expect(await giving(home.slug)).toMatchObject({ code: "handed_codes_used_up" });
    for (let i = HANDED_MAX; i < OFFICER_CODES_MAX; i += 1) await give(await household());
    const next = await household();
    expect(await giving(next.slug)).toMatchObject({ code: "officer_codes_used_up" });
    setClock(now() + DAY_MS + HOUR_MS);
    expect(await giving(next.slug)).toMatchObject({ ok: true });
  });

  it("is refused for a household that nobody has an account of, and for one that is not there", async () => {
    count += 1;
    const slug = `ho-khong-tai-khoan-${count}`;
    const householdId = await insertTestHousehold({ slug, name: "Hộ trống", phone: "0900000609" });
    expect(await giving(slug)).toMatchObject({ code: "household_without_account" });
    await insertTestUser({ householdId, role: "agent", phone: "0900000609" });
    expect(await giving(slug)).toMatchObject({ code: "household_without_account" });
    expect(await giving("khong-co")).toMatchObject({ code: "household_not_found" });
  });
});

describe("the household hears of it", () => {
  it("by its phone when a code is handed over and when somebody came in by it, once each", async () => {
    const home = await household();
    const mailbox = createMailbox();
    await tellAll(mailbox);
    mailbox.messages.clear();
    const { digits } = await give(home);
    await tellAll(mailbox);
    expect(mailbox.kinds()).toEqual(["household_code_handed"]);
    await enter(home.phone, digits);
    await enter(home.phone, digits);
    await tellAll(mailbox);
    expect(mailbox.kinds()).toEqual(["household_code_handed", "household_code_used"]);
  });

  it("on its desk while the code is open, and for two weeks once it was used", async () => {
    const home = await household();
    const news = () => listEntryNews(home.scope, home.householdId);
    const { codeId, digits } = await give(home);
    expect(await news()).toMatchObject([{ id: codeId, makerName: "Trần Văn Mẫu", usedAt: null }]);
    await enter(home.phone, digits);
    expect((await news())[0]?.usedAt).not.toBeNull();
    setClock(now() + 15 * DAY_MS);
    expect(await news()).toEqual([]);
    expect(await listEntryCodes(home.scope, home.householdId)).toHaveLength(1);
    const stranger = await household();
    expect(await listEntryCodes(stranger.scope, home.householdId)).toEqual([]);
  });
});

describe("a household that says it was not the household", () => {
  const atDesk = (home: Household, codeId: string) =>
    refuseEntryCode(home.actor, { codeId, refusal: { by: "household", scope: home.scope } });

  it("makes a code void that nobody has used, and keeps its own way in", async () => {
    const home = await household();
    const cookie = await cookieFor(home.userId);
    const { codeId, digits } = await give(home);
    expect(await foreseeRefusal(home.scope, codeId)).toMatchObject({ isSignedOut: false });
    const value = { wasUsed: false, isSignedOut: false, phone: null, payoutAccount: "untouched" };
    expect(await atDesk(home, codeId)).toEqual({ ok: true, value });
    expect(await enter(home.phone, digits)).toMatchObject({ code: "handed_code_wrong" });
    expect(await readSession(cookie)).not.toBeNull();
    expect(await comesIn(home, OLD)).toBe(true);
    expect(await listEntryNews(home.scope, home.householdId)).toEqual([]);
  });

  it("shuts out whoever came in by it, with the password, e-mail and account they left", async () => {
    const home = await household();
    const { codeId, digits } = await give(home);
    const entered = await enter(home.phone, digits);
    if (!entered.ok) throw new Error(entered.code);
    const cookie = await cookieFor(home.userId);
    const email = { userId: home.userId, email: "ke@trom.example", enteredAt: now() };
    await inTransaction((tx) => tx.insert(emailAddresses).values(email));
    const named = { householdId: home.householdId, account: ACCOUNT };
    await enterPayoutAccount(home.actor, home.scope, named);
    const refusal = { by: "call" as const, reason: "Bà Mẫu gọi: không xin mã nào" };
    expect(await foreseeRefusal(home.scope, codeId)).toMatchObject({ isSignedOut: true });
    const refused = await refuseEntryCode(officer, { codeId, refusal });
    const value = { wasUsed: true, isSignedOut: true, phone: null, payoutAccount: "removed" };
    expect(refused).toEqual({ ok: true, value });
    expect(await readSession(cookie)).toBeNull();
    expect(await comesIn(home, NEW)).toBe(false);
    expect(await enter(home.phone, digits)).toMatchObject({ code: "handed_code_wrong" });
    expect(await payeeOf(home.householdId)).toBeNull();
    expect(await reader().$count(emailAddresses)).toBe(0);
    expect(await reader().$count(sessions, eq(sessions.userId, home.userId))).toBe(0);
    const act = await lastAct(home.householdId);
    expect(act).toMatchObject({ action: "household.refuse_entry_code", actorId: officer.userId });
    // Said twice it is said once, and by then a new code may have let the household in.
    const again = await give(home);
    expect(await enter(home.phone, again.digits)).toMatchObject({ ok: true });
    expect(await refuseEntryCode(officer, { codeId, refusal })).toMatchObject({ ok: true });
    expect(await comesIn(home, NEW)).toBe(true);
  });

  it("keeps the way in by which it came back since, and takes what was named until then", async () => {
    const home = await household();
    const thief = await give(home);
    await enter(home.phone, thief.digits, "mat khau cua ke trom");
    const named = { householdId: home.householdId, account: ACCOUNT };
    await enterPayoutAccount(home.actor, home.scope, named);
    setClock(now() + HOUR_MS);
    const own = await give(home);
    expect(await enter(home.phone, own.digits)).toMatchObject({ ok: true });
    const cookie = await cookieFor(home.userId);
    expect(await foreseeRefusal(home.scope, thief.codeId)).toMatchObject({ isSignedOut: false });
    const value = { wasUsed: true, isSignedOut: false, phone: null, payoutAccount: "removed" };
    expect(await atDesk(home, thief.codeId)).toEqual({ ok: true, value });
    expect(await comesIn(home, NEW)).toBe(true);
    expect(await readSession(cookie)).not.toBeNull();
    expect(await payeeOf(home.householdId)).toBeNull();
    await enterPayoutAccount(home.actor, home.scope, named);
    expect(await payeeOf(home.householdId)).not.toBeNull();
  });

  it("by a call keeps the code that was handed over since", async () => {
    const home = await household();
    const thief = await give(home);
    await enter(home.phone, thief.digits, "mat khau cua ke trom");
    setClock(now() + HOUR_MS);
    const own = await give(home);
    const refusal = { by: "call" as const, reason: "Bà Mẫu gọi: mã trước không phải của bà" };
    await refuseEntryCode(officer, { codeId: thief.codeId, refusal });
    expect(await comesIn(home, "mat khau cua ke trom")).toBe(false);
    expect(await enter(home.phone, own.digits)).toMatchObject({ ok: true });
  });

  it("keeps an account for payouts that stood before", async () => {
    const home = await household();
    await enterPayoutAccount(home.actor, home.scope, {
      householdId: home.householdId,
      account: ACCOUNT,
    });
    setClock(now() + DAY_MS);
    const { codeId, digits } = await give(home);
    await enter(home.phone, digits);
    expect(await atDesk(home, codeId)).toMatchObject({ value: { payoutAccount: "untouched" } });
    expect(await payeeOf(home.householdId)).not.toBeNull();
  });

  it("is not another household", async () => {
    const home = await household();
    const other = await household();
    const { codeId } = await give(home);
    expect(await atDesk(other, codeId)).toMatchObject({ code: "entry_code_not_found" });
    expect(await foreseeRefusal(other.scope, codeId)).toBeNull();
    expect(await atDesk(home, "pcd_khong-co")).toMatchObject({ code: "entry_code_not_found" });
  });
});

describe("the account for payouts that stood before somebody else came in", () => {
  const OTHER = { bankBin: "970405", accountNumber: "0300000003456", accountName: "KE TROM" };
  const name = (home: Household, account = ACCOUNT) =>
    enterPayoutAccount(home.actor, home.scope, { householdId: home.householdId, account });
  const refuse = (codeId: string) =>
    refuseEntryCode(officer, { codeId, refusal: { by: "call", reason: "Không phải hộ" } });
  const endingOf = async ({ householdId }: Household) =>
    (await findHouseholdAccount(householdId))?.accountEnding ?? null;
  const keptOf = ({ householdId }: Household) =>
    reader().$count(keptPayees, eq(keptPayees.ownerId, householdId));
  const comeIn = async (home: Household) => {
    const { codeId, digits } = await give(home);
    await enter(home.phone, digits);
    return codeId;
  };
  const hours = (count: number) => setClock(now() + count * HOUR_MS);

  it("is there again after a no, with its own wait, and the household is told", async () => {
    const home = await household();
    await name(home);
    const before = present(await payeeOf(home.householdId), "named");
    setClock(now() + 4 * DAY_MS);
    const codeId = await comeIn(home);
    await name(home, OTHER);
    await name(home, { ...OTHER, accountNumber: "0300000003457" });
    expect(await keptOf(home)).toBe(1);
    const refused = await refuse(codeId);
    expect(refused).toMatchObject({ value: { payoutAccount: "restored" } });
    expect(await payeeOf(home.householdId)).toEqual(before);
    const account = present(await findHouseholdAccount(home.householdId), "restored");
    expect(account.usableAt).toBe(before.enteredAt + 3 * DAY_MS);
    expect(await keptOf(home)).toBe(0);
    // By each of these it is told by its phone.
    const told = await reader()
      .select()
      .from(payeeEvents)
      .where(eq(payeeEvents.ownerId, home.householdId));
    expect(told).toHaveLength(4);
    expect(told.at(-1)).toMatchObject({ accountEnding: "7890", actorId: officer.userId });
    expect(JSON.stringify(await lastAct(home.householdId))).toContain("restored");
  });

  it("is not there again where none stood, nor once the two weeks are over, when it is forgotten", async () => {
    const none = await household();
    const first = await comeIn(none);
    await name(none, OTHER);
    await name(none, { ...OTHER, accountNumber: "0300000003457" });
    expect(await keptOf(none)).toBe(0);
    expect(await refuse(first)).toMatchObject({ value: { payoutAccount: "removed" } });
    const late = await household();
    await name(late);
    hours(1);
    const second = await comeIn(late);
    const cameInAt = now();
    await name(late, OTHER);
    setClock(cameInAt + 14 * DAY_MS - 1);
    await inTransaction(sweepKeptPayees);
    expect(await keptOf(late)).toBe(1);
    setClock(cameInAt + 14 * DAY_MS);
    expect(await refuse(second)).toMatchObject({ value: { payoutAccount: "removed" } });
    expect(await endingOf(late)).toBeNull();
    await inTransaction(sweepKeptPayees);
    expect(await keptOf(late)).toBe(0);
  });

  it("is the one before the first entry that was not the household, of several", async () => {
    for (const order of ["first", "last"] as const) {
      const home = await household();
      await name(home);
      hours(1);
      const one = await comeIn(home);
      await name(home, OTHER);
      hours(1);
      const two = await comeIn(home);
      await name(home, { ...OTHER, accountNumber: "0300000004567" });
      const codes = order === "first" ? [one, two] : [two, one];
      const endings = [];
      for (const codeId of codes) {
        await refuse(codeId);
        endings.push(await endingOf(home));
      }
      expect(endings).toEqual(order === "first" ? ["4567", "7890"] : ["3456", "7890"]);
    }
  });

  it("is what the household itself named since an earlier entry of its own", async () => {
    const home = await household();
    await name(home);
    hours(1);
    await comeIn(home);
    await name(home, { ...ACCOUNT, accountNumber: "0200000011111" });
    hours(1);
    const thief = await comeIn(home);
    await name(home, OTHER);
    await refuse(thief);
    expect(await endingOf(home)).toBe("1111");
  });

  it("is not kept when it is replaced outside of the two weeks", async () => {
    const home = await household();
    await name(home);
    await name(home, OTHER);
    expect(await keptOf(home)).toBe(0);
    hours(1);
    await comeIn(home);
    setClock(now() + 14 * DAY_MS);
    await name(home);
    expect(await keptOf(home)).toBe(0);
  });

  it("is sealed anew with the others", async () => {
    const home = await household();
    await name(home);
    hours(1);
    await comeIn(home);
    await name(home, OTHER);
    const [kept] = await reader()
      .select()
      .from(keptPayees)
      .where(eq(keptPayees.ownerId, home.householdId));
    const row = present(kept, "kept");
    const { DATA_DIR } = settings();
    const use = (key: string) =>
      useSettings({ DATA_DIR, LOG_LEVEL: "error", PERSONAL_DATA_KEYS: key });
    const [OLD_KEY, NEW_KEY] = ["a".repeat(64), "b".repeat(64)];
    use(OLD_KEY);
    const sealedAccount = seal(JSON.stringify({ accountNumber: "1" }), home.householdId);
    await inTransaction((tx) =>
      tx.update(keptPayees).set({ sealedAccount }).where(eq(keptPayees.id, row.id)),
    );
    use(`${NEW_KEY},${OLD_KEY}`);
    const done = await inTransaction((tx) => resealKeptPayees(tx, ""));
    expect(done.sealedCount).toBe(1);
    const [again] = await reader().select().from(keptPayees).where(eq(keptPayees.id, row.id));
    expect(isSealedWithNewest(present(again, "kept").sealedAccount)).toBe(true);
    useSettings({ DATA_DIR, LOG_LEVEL: "error" });
  });
});

describe("an account for payouts", () => {
  const name = (home: Household) =>
    enterPayoutAccount(home.actor, home.scope, {
      householdId: home.householdId,
      account: ACCOUNT,
    });
  const usable = async ({ householdId }: Household) =>
    present(await findHouseholdAccount(householdId), "named").usableAt;

  const desk = async ({ householdId }: Household) =>
    (await loadCandidates(reader(), [householdId]))[0];

  it("waits two weeks from an entry by an officer's code when it is named after it", async () => {
    const start = now();
    setClock(start);
    const home = await household();
    const { digits } = await give(home);
    await enter(home.phone, digits);
    await name(home);
    expect(await usable(home)).toBe(start + 14 * DAY_MS);
    expect(await desk(home)).toMatchObject({
      isHeldByEntry: true,
      usableAt: start + 14 * DAY_MS,
    });
    // Named again on the 13th day it waits its own three days, which are longer then.
    setClock(start + 13 * DAY_MS);
    await name(home);
    expect(await usable(home)).toBe(start + 16 * DAY_MS);
    expect(await desk(home)).toMatchObject({
      isHeldByEntry: false,
      usableAt: start + 16 * DAY_MS,
    });
    setClock(start + 14 * DAY_MS);
    await name(home);
    expect(await usable(home)).toBe(start + 17 * DAY_MS);
  });

  it("waits as ever when it was named before, or when nobody came in by the code", async () => {
    const start = now();
    setClock(start);
    const home = await household();
    await name(home);
    const { digits } = await give(home);
    await enter(home.phone, digits);
    expect(await usable(home)).toBe(start + 3 * DAY_MS);
    const other = await household();
    await give(other);
    await name(other);
    expect(await usable(other)).toBe(start + 3 * DAY_MS);
  });
});
