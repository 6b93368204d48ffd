import { and, desc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { phoneChanges, sessions, users } from "~db/schema/identity";
import { outboxMessages } from "~db/schema/outbox";
import { payees } from "~db/schema/settlement-payees";
import { findEmail } from "~/domain/notices/queries-email.server";
import {
  countLaterChanges,
  findChangeOfHousehold,
  findPhoneNews,
  listPhoneChanges,
} from "~/domain/households/queries-phone-changes.server";
import { OFFICER_CODES_MAX } from "~/domain/households/entry-code-terms";
import { phoneUndoForm } from "~/domain/households/forms-entry";
import { forgetPerson } from "~/domain/identity/forget-person.server";
import { eraseOldPhones } from "~/domain/identity/erase-old-phones.server";
import { OLD_PHONE_KEPT_MS, SEND_AGAIN_MS } from "~/domain/identity/phone-code-limits";
import { readSession } from "~/domain/identity/sessions.server";
import { cookieFor } from "~/domain/identity/test-session";
import type { Sms } from "~/domain/notices/channel";
import { sendPhoneChanged } from "~/domain/notices/send-phone-changed.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { enterPayoutAccount } from "./enter-payout-account.server";
import { giveEntryCode } from "./give-entry-code.server";
import { refuseEntryCode } from "./refuse-entry-code.server";
import {
  changed,
  comesIn,
  enter,
  enterByOfficer,
  entryCode,
  household,
  householdPhone,
  later,
  OFFICER,
  openPhoneShop,
  userOf,
} from "./test-phone-change";
import { insertTestHousehold, insertTestUser } from "./test-shop";
import { undoPhoneChange } from "./undo-phone-change.server";

const ACCOUNT = { bankBin: "970405", accountNumber: "0200000067890", accountName: "HO MAU" };
const THIEFS = { ...ACCOUNT, accountNumber: "0200000011111" };
const SEEN = {
  recognisedBy: "in_person",
  recognition: "Bà đến Sở, có thẻ căn cước",
} as const;

let close: () => void;
beforeAll(async () => {
  close = await openPhoneShop();
});
afterAll(() => close());
afterEach(() => setClock());

type Home = Awaited<ReturnType<typeof household>>;

/** The newest change of a household's member, as the department reads it. */
async function newest({ householdId }: Home) {
  const [change] = await listPhoneChanges({ kind: "all" }, householdId);
  return present(change, "a change");
}
const undo = ({ slug }: Home, changeId: string) =>
  undoPhoneChange(OFFICER, { slug, changeId, ...SEEN, isInHand: "on" });

const isAct = ({ householdId }: Home) =>
  and(
    eq(auditEntries.action, "household.undo_phone_change"),
    eq(auditEntries.subjectId, householdId),
  );

async function done(home: Home, changeId?: string) {
  const undone = await undo(home, changeId ?? (await newest(home)).id);
  if (!undone.ok) throw new Error(undone.code);
  return undone.value;
}

/** Somebody who has the SIM card changes over to a number of their own. */
async function stolen() {
  const home = await household();
  const thief = await changed(home);
  return { home, thief };
}
const name = (home: Home, account: typeof ACCOUNT) =>
  enterPayoutAccount(home.actor, home.scope, { householdId: home.householdId, account });
const payeeOf = async ({ householdId }: Home) =>
  (await reader().select().from(payees).where(eq(payees.ownerId, householdId)))[0];

describe("an officer who recognised a household", () => {
  it("gives the number before back, which opens the account again; the other one opens nothing", async () => {
    const { home, thief } = await stolen();
    const open = await entryCode(thief);
    const cookie = await cookieFor(home.userId);
    later(SEND_AGAIN_MS);
    expect(await done(home)).toMatchObject({ phone: "back", payoutAccount: "untouched" });
    expect(await userOf(home)).toMatchObject({ phone: home.phone });
    expect(await householdPhone(home.householdId)).toBe(home.phone);
    expect(await readSession(cookie)).toBeNull();
    expect(await reader().$count(sessions, eq(sessions.userId, home.userId))).toBe(0);
    expect(await enter(open)).toMatchObject({ code: "code_gone" });
    for (const phone of [thief, home.phone]) expect(await comesIn(phone)).toBe(false);
    expect(await findEmail(home.userId)).toBeNull();
    const came = await enter(await entryCode(home.phone));
    expect(came).toMatchObject({ value: { kind: "known" } });
  });

  it("takes back what was named for payouts since, and what is named next waits", async () => {
    const home = await household();
    await name(home, ACCOUNT);
    later(30 * DAY_MS);
    await changed(home);
    later(HOUR_MS);
    await name(home, THIEFS);
    expect(await payeeOf(home)).toMatchObject({ accountEnding: "1111" });
    expect(await done(home)).toMatchObject({ phone: "back", payoutAccount: "restored" });
    expect(await payeeOf(home)).toMatchObject({ accountEnding: "7890", heldUntil: null });
    const { undoneAt } = await newest(home);
    await name(home, ACCOUNT);
    expect(await payeeOf(home)).toMatchObject({ heldUntil: (undoneAt ?? 0) + 14 * DAY_MS });
  });

  it("undoes what came after the change too, and leaves what was before", async () => {
    const home = await household();
    const own = await changed(home);
    later(SEND_AGAIN_MS);
    await changed(home);
    const { id } = await newest(home);
    later(SEND_AGAIN_MS);
    const thief = await changed(home);
    const theirs = present(
      await findChangeOfHousehold(reader(), { householdId: home.householdId, changeId: id }),
      "a change",
    );
    expect(await countLaterChanges(reader(), theirs)).toBe(1);
    expect(await done(home, id)).toMatchObject({ phone: "back" });
    expect(await userOf(home)).toMatchObject({ phone: own });
    expect(await comesIn(thief)).toBe(false);
    const undone = (await listPhoneChanges({ kind: "all" }, home.householdId)).map(
      ({ undoneAt }) => undoneAt !== null,
    );
    expect(undone).toEqual([true, true, false]);
    expect(await countLaterChanges(reader(), theirs)).toBe(0);
  });

  it("reaches what no code began any more: a thief who came back by SMS between two codes", async () => {
    const home = await household();
    const codeId = newId("pcd");
    expect(await enterByOfficer(home, codeId)).toMatchObject({ ok: true });
    await changed(home);
    const first = await newest(home);
    later(HOUR_MS);
    expect(await enterByOfficer(home)).toMatchObject({ ok: true });
    later(SEND_AGAIN_MS);
    const thief = await changed(home);
    const refusal = { by: "call" as const, reason: "Bà gọi đến Sở" };
    await refuseEntryCode(OFFICER, { codeId, refusal });
    expect(await userOf(home)).toMatchObject({ phone: thief });
    expect(await done(home, first.id)).toMatchObject({ phone: "back" });
    expect(await userOf(home)).toMatchObject({ phone: home.phone });
    expect(await comesIn(thief)).toBe(false);
  });

  it("does it once, of a household's own change, while the number before is kept", async () => {
    const { home } = await stolen();
    const { id } = await newest(home);
    const { home: other } = await stolen();
    expect(await undo(other, id)).toMatchObject({ code: "phone_change_not_found" });
    expect(await undo(home, "pch_none")).toMatchObject({ code: "phone_change_not_found" });
    expect(await undo({ ...home, slug: "khong-co" }, id)).toMatchObject({
      code: "household_not_found",
    });
    const both = await Promise.all([undo(home, id), undo(home, id)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true, value: null }]);
    later(HOUR_MS);
    const cookie = await cookieFor(home.userId);
    expect(await done(home, id)).toBeNull();
    expect(await readSession(cookie)).not.toBeNull();
    expect(await reader().$count(auditEntries, isAct(home))).toBe(1);

    const late = (await stolen()).home;
    later(OLD_PHONE_KEPT_MS);
    await inTransaction(eraseOldPhones);
    const change = await newest(late);
    expect(change).toMatchObject({ oldPhone: null, newPhone: null });
    expect(await undo(late, change.id)).toMatchObject({ code: "phone_change_not_found" });
  });

  it("is in nobody's way who bought with the number since: it is in the household's hand", async () => {
    const { home, thief } = await stolen();
    const since = await insertTestUser({ phone: home.phone, phoneProvenAt: 1 });
    const cookie = await cookieFor(since);
    expect(await done(home)).toMatchObject({ phone: "back" });
    expect(await userOf(home)).toMatchObject({ phone: home.phone });
    expect(await userOf({ userId: since })).toMatchObject({ phone: since });
    expect(await readSession(cookie)).toBeNull();
    expect(await enter(await entryCode(thief))).toMatchObject({ value: { kind: "new" } });
    expect(await enterByOfficer(home)).toMatchObject({ ok: true });
  });

  it("changes nothing where another household comes in by the number before, and does it later", async () => {
    const { home, thief } = await stolen();
    const otherId = await insertTestHousehold({ slug: `ho-khac-${home.phone}` });
    const other = { userId: await insertTestUser({ phone: home.phone, householdId: otherId }) };
    const cookie = await cookieFor(home.userId);
    const { id } = await newest(home);
    expect(await undo(home, id)).toMatchObject({ code: "phone_still_taken" });
    expect(await userOf(home)).toMatchObject({ phone: thief });
    expect(await householdPhone(home.householdId)).toBe(thief);
    expect(await readSession(cookie)).not.toBeNull();
    expect(await newest(home)).toMatchObject({ id, undoneAt: null });
    await inTransaction((tx) =>
      tx.update(users).set({ phone: other.userId }).where(eq(users.id, other.userId)),
    );
    expect(await done(home)).toMatchObject({ phone: "back" });
  });

  it("mends what a no to a code left without a number, with what goes along", async () => {
    const home = await household();
    const codeId = newId("pcd");
    await enterByOfficer(home, codeId);
    const thief = await changed(home);
    const since = await insertTestUser({ phone: home.phone, phoneProvenAt: 1 });
    const refusal = { by: "call" as const, reason: "Bà gọi đến Sở" };
    const refused = await refuseEntryCode(OFFICER, { codeId, refusal });
    expect(refused).toMatchObject({ value: { phone: "taken" } });
    expect(await userOf(home)).toMatchObject({ phone: home.userId });
    expect(await householdPhone(home.householdId)).toBe(thief);
    await expect(enterByOfficer(home)).rejects.toThrow("household_phone_taken");
    expect(await done(home)).toMatchObject({ phone: "back" });
    expect(await userOf(home)).toMatchObject({ phone: home.phone });
    expect(await householdPhone(home.householdId)).toBe(home.phone);
    expect(await userOf({ userId: since })).toMatchObject({ phone: since });
  });

  it("opens no more doors in a day than by codes", async () => {
    const officer = await insertTestUser({ role: "department_officer" });
    const actor = { kind: "user", userId: officer, role: "department_officer" } as const;
    const asked = async () => {
      const { home } = await stolen();
      const changeId = (await newest(home)).id;
      return undoPhoneChange(actor, { slug: home.slug, changeId, ...SEEN, isInHand: "on" });
    };
    for (let i = 0; i < OFFICER_CODES_MAX; i += 1)
      expect(await asked()).toMatchObject({ ok: true });
    expect(await asked()).toMatchObject({ code: "officer_codes_used_up" });
    const { slug } = await household();
    const code = await giveEntryCode(actor, { slug, codeId: newId("pcd"), ...SEEN });
    expect(code).toMatchObject({ code: "officer_codes_used_up" });
    later(DAY_MS);
    expect(await asked()).toMatchObject({ ok: true });
  });

  it("ends what was sent to the number that comes back, too", async () => {
    const { home } = await stolen();
    const open = await entryCode(home.phone);
    await done(home);
    expect(await enter(open)).toMatchObject({ code: "code_gone" });
  });

  it("voids codes of before, and a new one lets the household in", async () => {
    const { home } = await stolen();
    const old = await giveEntryCode(OFFICER, {
      slug: home.slug,
      codeId: newId("pcd"),
      ...SEEN,
    });
    expect(old).toMatchObject({ ok: true });
    await done(home);
    expect(await enterByOfficer(home)).toMatchObject({ ok: true });
    expect(await userOf(home)).toMatchObject({ phone: home.phone });
  });
});

describe("what is told of it", () => {
  async function told(userId: string): Promise<Sms[]> {
    const changes = await reader()
      .select()
      .from(phoneChanges)
      .where(eq(phoneChanges.userId, userId));
    const messages = await reader()
      .select()
      .from(outboxMessages)
      .where(eq(outboxMessages.kind, "phone_changed"))
      .orderBy(desc(outboxMessages.id));
    const sent: Sms[] = [];
    const sms = async (one: Sms) => {
      sent.push(one);
      return { kind: "taken" as const };
    };
    const word = (_language: string, { news, ending }: { news: string; ending: string }) =>
      `${news} ${ending}`;
    for (const { payload } of messages) {
      if (!changes.some(({ id }) => JSON.stringify(payload).includes(id))) continue;
      expect(JSON.stringify(payload)).not.toMatch(/09130\d{5}/);
      await sendPhoneChanged(payload, { sms, word });
    }
    return sent;
  }
  const short = (sent: Sms[]) =>
    sent.map(({ phone, words }) => `${phone} ${words.shortText}`).toSorted();

  it("goes to the number that opens nothing any more and to the one that does again, once each", async () => {
    const home = await household();
    const middle = await changed(home);
    later(SEND_AGAIN_MS);
    const { id } = await newest(home);
    const thief = await changed(home);
    await done(home, id);
    const [mid, last] = [middle, thief].map((phone) => phone.slice(-3));
    const sent = await told(home.userId);
    expect(short(sent)).toEqual(
      [
        `${home.phone} changed ${mid}`,
        `${middle} changed ${last}`,
        `${middle} lost ${mid}`,
        `${thief} lost ${last}`,
        `${home.phone} back ${mid}`,
      ].toSorted(),
    );
    expect(new Set(sent.map((one) => one.id)).size).toBe(5);
  });

  it("goes to each number that was changed to since, and to the one that is back once", async () => {
    const home = await household();
    const middle = await changed(home);
    const { id } = await newest(home);
    later(SEND_AGAIN_MS);
    await changed(home, home.phone);
    later(SEND_AGAIN_MS);
    const thief = await changed(home);
    await done(home, id);
    const lines = short(await told(home.userId)).filter((line) => !line.includes("changed"));
    expect(lines).toEqual(
      [
        `${middle} lost ${middle.slice(-3)}`,
        `${thief} lost ${thief.slice(-3)}`,
        `${home.phone} back ${middle.slice(-3)}`,
      ].toSorted(),
    );
  });

  it("says nothing of a number that is back where it is somebody else's by now", async () => {
    const home = await household();
    const codeId = newId("pcd");
    await enterByOfficer(home, codeId);
    const thief = await changed(home);
    await insertTestUser({ phone: home.phone, phoneProvenAt: 1 });
    await refuseEntryCode(OFFICER, { codeId, refusal: { by: "call", reason: "Bà gọi đến Sở" } });
    const lines = short(await told(home.userId));
    expect(lines).toContain(`${thief} lost ${thief.slice(-3)}`);
    expect(lines.some((line) => line.includes(" back "))).toBe(false);
  });

  it("stands above the household's desk for two weeks, and in the log without a whole number", async () => {
    const { home } = await stolen();
    later(20 * DAY_MS);
    expect(await findPhoneNews(home.scope, home.householdId)).toBeNull();
    await done(home);
    const news = await findPhoneNews(home.scope, home.householdId);
    expect(news).toMatchObject({ undoneAt: expect.any(Number) as number, oldPhone: null });
    const [act] = await reader().select().from(auditEntries).where(isAct(home));
    expect(act).toMatchObject({
      actorId: OFFICER.userId,
      subjectId: home.householdId,
      after: { ...SEEN, phone: "back", payoutAccount: "untouched" },
    });
    expect(JSON.stringify(act)).not.toMatch(/09130\d{5}/);
  });
});

it("is never done for a call to the number before alone, nor without that number in the household's hand", () => {
  const typed = { recognition: SEEN.recognition };
  const parse = (recognisedBy: string, isInHand?: string) =>
    phoneUndoForm.safeParse({ ...typed, recognisedBy, isInHand }).success;
  const ways = ["in_person", "committee", "called_back", ""];
  expect(ways.map((way) => parse(way, "on"))).toEqual([true, true, false, false]);
  expect(ways.map((way) => parse(way))).toEqual([false, false, false, false]);
});

it("keeps a person's numbers out of every change once they delete the account", async () => {
  const { home } = await stolen();
  const rows = () =>
    reader().select().from(phoneChanges).where(eq(phoneChanges.userId, home.userId));
  const isRow = eq(phoneChanges.id, (await newest(home)).id);
  const anew = { newPhone: home.phone };
  await expect(
    inTransaction((tx) => tx.update(phoneChanges).set(anew).where(isRow)),
  ).rejects.toThrow();
  expect(await rows()).toMatchObject([{ newPhone: expect.stringMatching(/^0\d{9}$/) as string }]);
  await inTransaction((tx) => forgetPerson(tx, home.userId));
  expect(await rows()).toMatchObject([{ oldPhone: null, newPhone: null }]);
  expect(await reader().$count(users, eq(users.phone, home.phone))).toBe(0);
});
