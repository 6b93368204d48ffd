import fc from "fast-check";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { addresses } from "~db/schema/buyers";
import { households } from "~db/schema/households";
import { phoneChanges, phoneCodes, sessions, users } from "~db/schema/identity";
import { pushSubscriptions } from "~db/schema/notices";
import { outboxMessages } from "~db/schema/outbox";
import { payees } from "~db/schema/settlement-payees";
import type { UserActor } from "~/domain/audit/actor";
import { exportPerson } from "~/domain/buyers/queries-export.server";
import {
  findPhoneNews,
  lastPhoneChange,
  listPhoneChanges,
} from "~/domain/households/queries-phone-changes.server";
import { eraseOldPhones } from "~/domain/identity/erase-old-phones.server";
import { forgetPerson } from "~/domain/identity/forget-person.server";
import { noPassword } from "~/domain/identity/passwords.server";
import {
  ASLEEP_MS,
  CODE_LIFE_MS,
  OLD_PHONE_KEPT_MS,
  RIGHT_AGAIN_MS,
  SEND_AGAIN_MS,
  TRIES_MAX,
} from "~/domain/identity/phone-code-limits";
import { findProvenPhone } from "~/domain/identity/queries-phone-codes.server";
import { readSession } from "~/domain/identity/sessions.server";
import { cookieFor } from "~/domain/identity/test-session";
import type { Sms } from "~/domain/notices/channel";
import { sendPhoneChanged } from "~/domain/notices/send-phone-changed.server";
import { heldAfterEntry } from "~/domain/settlement/payout-rules";
import { findHouseholdAccount } from "~/domain/settlement/queries-payouts.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { enterByHandedCode } from "./enter-by-handed-code.server";
import { enterPayoutAccount } from "./enter-payout-account.server";
import { giveEntryCode } from "./give-entry-code.server";
import { handEntryCode } from "./hand-entry-code.server";
import { registerHelped } from "./register-helped.server";
import { refuseEntryCode } from "./refuse-entry-code.server";
import { sendPhoneCode } from "./send-phone-code.server";
import { createMailbox, tellAll } from "./test-mailbox";
import { insertTestUser, TEST_SHOP } from "./test-shop";
import {
  ask,
  asked,
  changed,
  comesIn,
  digitsOf,
  enter,
  enterByOfficer,
  entryCode,
  freshNetwork,
  freshPhone,
  household,
  householdPhone,
  later,
  OFFICER,
  openPhoneShop,
  otherThan,
  PASSWORD,
  person,
  scopeOf,
  type,
  userOf,
} from "./test-phone-change";

const ACCOUNT = { bankBin: "970405", accountNumber: "0200000067890", accountName: "HO MAU" };

let close: () => void;

beforeAll(async () => {
  close = await openPhoneShop();
});
afterAll(() => close());
afterEach(() => setClock());

describe("asking for another phone", () => {
  it("sends digits to the new number and changes nothing yet", async () => {
    const who = await person();
    const phone = freshPhone();
    const codeId = await asked(who, phone);
    const [code] = await reader().select().from(phoneCodes).where(eq(phoneCodes.id, codeId));
    expect(code).toMatchObject({ phone, purpose: "change", madeById: who.userId, usedAt: null });
    const [message] = await reader()
      .select()
      .from(outboxMessages)
      .where(eq(outboxMessages.kind, "phone_code"));
    expect(message).toBeDefined();
    expect(await userOf(who)).toMatchObject({ phone: who.phone });
    expect(await comesIn(phone)).toBe(false);
  });

  it("takes neither the number that stands nor a wrong password", async () => {
    const who = await person();
    expect(await ask(who, who.phone)).toMatchObject({ code: "phone_same" });
    const wrong = await ask(who, freshPhone(), { password: "sai" });
    expect(wrong).toMatchObject({ code: "wrong_password" });
    expect(await reader().$count(phoneCodes, eq(phoneCodes.madeById, who.userId))).toBe(0);
  });

  it("takes a code to the present phone for the password, and of no other", async () => {
    const who = await person({ passwordHash: noPassword() });
    const none = await ask(who, freshPhone());
    expect(none).toMatchObject({ code: "wrong_password" });
    const other = await ask(who, freshPhone(), { provenPhone: freshPhone() });
    expect(other).toMatchObject({ code: "wrong_password" });
    expect(await ask(who, freshPhone(), { provenPhone: who.phone })).toMatchObject({ ok: true });
  });

  it("answers the same whether or not somebody has an account with the number", async () => {
    const who = await person();
    const { phone: taken } = await person();
    const { phone: ofHousehold } = await household({ phone: freshPhone() });
    for (const phone of [taken, ofHousehold, freshPhone()]) {
      expect(await ask(who, phone)).toEqual({
        ok: true,
        value: { codeId: expect.stringMatching(/^pcd_/) as string },
      });
    }
  });

  it("is refused where a helper's digits opened what nobody has proved, until an officer's or a code have", async () => {
    const agentId = await insertTestUser({ role: "agent" });
    const agent: UserActor = { kind: "user", userId: agentId, role: "agent" };
    const phone = freshPhone();
    const registered = await registerHelped(agent, {
      name: "Hộ Nhờ Giúp",
      kind: "household",
      contactName: "Sùng Thị Mẫu",
      phone,
      communeCode: TEST_SHOP.communeCode,
      addressLine: "Thôn Mẫu",
      story: "",
      consent: "on",
    });
    if (!registered.ok) throw new Error(registered.code);
    const [home] = await reader().select().from(households).where(eq(households.phone, phone));
    const { id: householdId, slug } = present(home, "a household");
    const handed = await handEntryCode(agent, { codeId: newId("pcd"), householdId });
    if (!handed.ok) throw new Error(handed.code);
    const come = (code: string) =>
      enterByHandedCode({ phone, code, password: PASSWORD, clientNetwork: freshNetwork() });
    const came = await come(handed.value.digits);
    if (!came.ok) throw new Error(came.code);
    const { userId } = came.value;
    const who = {
      userId,
      phone,
      actor: { kind: "user", userId, role: "household_member" } as const,
    };
    // Whoever typed them, the helper too, chose this password.
    const byPassword = { provenPhone: null };
    expect(await ask(who, freshPhone(), byPassword)).toMatchObject({ code: "phone_by_helper" });
    const officerId = await insertTestUser({ role: "department_officer" });
    const officer: UserActor = { kind: "user", userId: officerId, role: "department_officer" };
    const given = await giveEntryCode(officer, {
      slug,
      codeId: newId("pcd"),
      recognisedBy: "in_person",
      recognition: "Có thẻ căn cước",
    });
    if (!given.ok) throw new Error(given.code);
    expect(await come(given.value.digits)).toMatchObject({ ok: true });
    expect(await ask(who, freshPhone(), byPassword)).toMatchObject({ ok: true });
  });

  it("takes a seller's password for enough only in the fourteen days after an officer's code", async () => {
    const home = await household();
    const byPassword = { provenPhone: null };
    expect(await ask(home, freshPhone(), byPassword)).toMatchObject({ code: "phone_by_password" });
    const wrong = { ...byPassword, password: "sai" };
    expect(await ask(home, freshPhone(), wrong)).toMatchObject({ code: "wrong_password" });
    await enterByOfficer(home);
    expect(await ask(home, freshPhone(), byPassword)).toMatchObject({ ok: true });
    later(14 * DAY_MS);
    expect(await ask(home, freshPhone(), byPassword)).toMatchObject({ code: "phone_by_password" });
    expect(await ask(home, freshPhone())).toMatchObject({ ok: true });
  });
});

describe("the digits that come back", () => {
  it("make the change: the new number opens the account, the old one nothing", async () => {
    const who = await person({ phoneProvenAt: null });
    const phone = freshPhone();
    const done = await type(who, await asked(who, phone));
    expect(done).toMatchObject({ ok: true, value: { userId: who.userId, phone } });
    expect(await userOf(who)).toMatchObject({ phone, phoneProvenAt: expect.any(Number) as number });
    expect(await comesIn(phone)).toBe(true);
    expect(await comesIn(who.phone)).toBe(false);
    const old = await enter(await entryCode(who.phone));
    expect(old).toMatchObject({ ok: true, value: { kind: "new" } });
    const came = await enter(await entryCode(phone));
    expect(came).toMatchObject({ value: { kind: "known", hasLostPassword: false } });
  });

  it("are counted when they are wrong, and gone when late, tried often, foreign or for something else", async () => {
    const who = await person();
    const codeId = await asked(who, freshPhone());
    const digits = await digitsOf(codeId);
    expect(await type(who, codeId, otherThan(digits))).toMatchObject({
      code: "code_wrong",
      detail: { left: TRIES_MAX - 1 },
    });
    expect(await type(await person(), codeId, digits)).toMatchObject({ code: "code_gone" });
    for (let i = 1; i < TRIES_MAX; i += 1) await type(who, codeId, otherThan(digits));
    expect(await type(who, codeId, digits)).toMatchObject({ code: "code_gone" });
    const late = await asked(who, freshPhone());
    later(CODE_LIFE_MS);
    expect(await type(who, late)).toMatchObject({ code: "code_gone" });
    expect(await type(who, await entryCode(freshPhone()))).toMatchObject({ code: "code_gone" });
    expect(await type(who, "pcd_none", "123456")).toMatchObject({ code: "code_gone" });
    expect(await userOf(who)).toMatchObject({ phone: who.phone });
    const forChange = await asked(who, freshPhone());
    expect(await enter(forChange)).toMatchObject({ code: "code_gone" });
    expect(await findProvenPhone({ codeId: forChange, withinMs: HOUR_MS })).toBeNull();
  });

  it("typed twice at once change it once, and later nothing", async () => {
    const who = await person();
    const phone = freshPhone();
    const codeId = await asked(who, phone);
    const digits = await digitsOf(codeId);
    const both = await Promise.all([type(who, codeId, digits), type(who, codeId, digits)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    const isTheirs = eq(phoneChanges.userId, who.userId);
    expect(await reader().$count(phoneChanges, isTheirs)).toBe(1);
    later(RIGHT_AGAIN_MS);
    expect(await type(who, codeId, digits)).toMatchObject({ code: "code_gone" });
  });

  it("of two tabs with two numbers the first one counts, and the other's are void", async () => {
    const who = await person();
    const [one, two] = [freshPhone(), freshPhone()];
    const [first, second] = [await asked(who, one), await asked(who, two)];
    expect(await type(who, second)).toMatchObject({ ok: true });
    expect(await type(who, first)).toMatchObject({ code: "code_gone" });
    later(SEND_AGAIN_MS);
    const again = { codeId: first, phone: null, language: "vi" as const, deviceToken: null };
    const sent = await sendPhoneCode({
      ...again,
      clientNetwork: freshNetwork(),
      changerId: who.userId,
    });
    expect(sent).toMatchObject({ code: "code_gone" });
    expect(await userOf(who)).toMatchObject({ phone: two });
  });

  it("are not sent again for anybody else, nor for another purpose", async () => {
    const who = await person();
    const codeId = await asked(who, freshPhone());
    later(SEND_AGAIN_MS);
    const again = { codeId, phone: null, language: "vi" as const, deviceToken: null };
    const stranger = await person();
    for (const changerId of [{ changerId: stranger.userId }, {}]) {
      const sent = await sendPhoneCode({ ...again, clientNetwork: freshNetwork(), ...changerId });
      expect(sent).toMatchObject({ code: "code_gone" });
    }
  });

  it("do not take over a number that is somebody else's account or household, which is said only now", async () => {
    const who = await person();
    const other = await person();
    const taken = await asked(who, other.phone);
    expect(await type(who, taken)).toMatchObject({ code: "phone_of_account" });
    expect(await type(who, taken)).toMatchObject({ code: "phone_of_account" });
    const number = freshPhone();
    const { householdId } = await household();
    await inTransaction((tx) =>
      tx.update(households).set({ phone: number }).where(eq(households.id, householdId)),
    );
    expect(await type(who, await asked(who, number))).toMatchObject({ code: "phone_of_household" });
    expect(await userOf(who)).toMatchObject({ phone: who.phone });
    expect(await reader().$count(phoneChanges, eq(phoneChanges.userId, who.userId))).toBe(0);
  });

  it("bring back a number that the person left before, as its own", async () => {
    const who = await person();
    await changed(who);
    expect(await changed(who, who.phone)).toBe(who.phone);
    expect(await userOf(who)).toMatchObject({ phone: who.phone });
  });
});

describe("what ends with the old number", () => {
  it("every session, every browser that is told, and whatever was sent or handed to it", async () => {
    const home = await household();
    const cookies = [await cookieFor(home.userId), await cookieFor(home.userId)];
    const subscription = { endpoint: "https://push.example/1", p256dh: "-", auth: "-" };
    const browser = { id: newId("psh"), ownerKind: "user" as const, ownerId: home.userId };
    await inTransaction((tx) =>
      tx.insert(pushSubscriptions).values({ ...browser, ...subscription, createdAt: now() }),
    );
    const proof = await entryCode(home.phone);
    await enter(proof);
    const officerId = await insertTestUser({ role: "department_officer" });
    const officer: UserActor = { kind: "user", userId: officerId, role: "department_officer" };
    const given = await giveEntryCode(officer, {
      slug: home.slug,
      codeId: newId("pcd"),
      recognisedBy: "in_person",
      recognition: "Có thẻ căn cước",
    });
    if (!given.ok) throw new Error(given.code);
    later(SEND_AGAIN_MS);
    const open = await entryCode(home.phone);
    await changed(home);
    for (const cookie of cookies) expect(await readSession(cookie)).toBeNull();
    expect(await reader().$count(sessions, eq(sessions.userId, home.userId))).toBe(0);
    expect(await reader().$count(pushSubscriptions)).toBe(0);
    expect(await findProvenPhone({ codeId: proof, withinMs: HOUR_MS })).toBeNull();
    expect(await enter(open)).toMatchObject({ code: "code_gone" });
    const entered = await enterByHandedCode({
      phone: home.phone,
      code: given.value.digits,
      password: "ke khac vao",
      clientNetwork: freshNetwork(),
    });
    expect(entered).toMatchObject({ code: "handed_code_wrong" });
  });

  it("a proof of the new number from before, too: its browser opens nothing", async () => {
    const who = await person();
    const phone = freshPhone();
    const before = await entryCode(phone);
    await enter(before);
    await changed(who, phone);
    expect(await findProvenPhone({ codeId: before, withinMs: HOUR_MS })).toBeNull();
  });

  it("stands in the log without a whole number", async () => {
    const who = await person();
    const phone = await changed(who);
    const entries = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, who.userId));
    expect(entries).toMatchObject([
      {
        action: "account.change_phone",
        actorId: who.userId,
        before: { phoneEnding: who.phone.slice(-3) },
        after: { phoneEnding: phone.slice(-3), householdIds: [] },
      },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/09130\d{5}/);
  });

  it("is in what a person is given of their data", async () => {
    const who = await person();
    const phone = await changed(who);
    const { account, phoneChanges: told } = await exportPerson(who.userId);
    expect(account).toMatchObject({ phone });
    const changedAt = expect.any(String) as string;
    expect(told).toEqual([{ from: who.phone, to: phone.slice(-3), changedAt, undoneAt: null }]);
  });

  it("the old number is told, by one message that names neither account nor number", async () => {
    const who = await person();
    const phone = await changed(who);
    const messages = await reader()
      .select()
      .from(outboxMessages)
      .where(eq(outboxMessages.kind, "phone_changed"));
    const { payload } = present(messages.at(-1), "a message");
    expect(JSON.stringify(payload)).not.toMatch(/09130\d{5}/);
    const sent: Sms[] = [];
    const sms = async (one: Sms) => {
      sent.push(one);
      return { kind: "taken" as const };
    };
    const word = (_language: string, told: { ending: string }) => `moved to ${told.ending}`;
    await sendPhoneChanged(payload, { sms, word });
    expect(sent).toMatchObject([
      { phone: who.phone, words: { shortText: `moved to ${phone.slice(-3)}` } },
    ]);
    await inTransaction((tx) => forgetPerson(tx, who.userId));
    await sendPhoneChanged(payload, { sms, word });
    await sendPhoneChanged({ changeId: "pch_none" }, { sms, word });
    expect(sent).toHaveLength(1);
    const unsure = async () => ({ kind: "unsure" as const });
    const other = await person();
    await changed(other);
    const [change] = await reader()
      .select()
      .from(phoneChanges)
      .where(eq(phoneChanges.userId, other.userId));
    const again = { changeId: present(change, "a change").id };
    await expect(sendPhoneChanged(again, { sms: unsure, word })).rejects.toThrow("did not answer");
  });
});

describe("what goes along with it", () => {
  it("the contact number of a household that was the same, and of none that is another", async () => {
    const home = await household();
    const own = await household({ phone: freshPhone() });
    const phone = freshPhone();
    const moved = await type(home, await asked(home, phone));
    expect(moved).toMatchObject({ value: { hasMovedHousehold: true } });
    expect(await householdPhone(home.householdId)).toBe(phone);
    const stays = await householdPhone(own.householdId);
    const kept = await type(own, await asked(own, freshPhone()));
    expect(kept).toMatchObject({ value: { hasMovedHousehold: false } });
    expect(await householdPhone(own.householdId)).toBe(stays);
  });

  it("takes the number by which one's own household is reached already", async () => {
    const contact = freshPhone();
    const home = await household({ phone: contact });
    expect(await type(home, await asked(home, contact))).toMatchObject({ ok: true });
    expect(await householdPhone(home.householdId)).toBe(contact);
  });

  it("addresses of one's own book, and those of nobody else", async () => {
    const [who, other] = [await person(), await person()];
    const address = (userId: string, phone: string) => ({
      id: newId("adr"),
      userId,
      fullName: "Lò Thị Mẫu",
      phone,
      communeCode: TEST_SHOP.communeCode,
      provinceCode: TEST_SHOP.provinceCode,
      addressLine: "Thôn Mẫu",
      placeName: "Xã Mẫu",
      chosenAt: 0,
    });
    const mother = freshPhone();
    const rows = [
      address(who.userId, who.phone),
      address(who.userId, mother),
      address(other.userId, who.phone),
    ];
    await inTransaction((tx) => tx.insert(addresses).values(rows));
    const phone = await changed(who);
    const found = await reader().select().from(addresses);
    const phones = rows.map(({ id }) => found.find((one) => one.id === id)?.phone);
    expect(phones).toEqual([phone, mother, who.phone]);
  });

  it("the household hears of it, and reads it at its desk; the department has the number before", async () => {
    const home = await household();
    const mailbox = createMailbox();
    await tellAll(mailbox);
    const before = mailbox.messages.size;
    const phone = await changed(home);
    await tellAll(mailbox);
    const told = [...mailbox.messages.values()].slice(before);
    expect(told).toMatchObject([{ kind: "household_phone_changed", phone }]);
    const [row] = await listPhoneChanges(home.scope, home.householdId);
    expect(row).toMatchObject({
      memberName: "Vàng Thị Mai",
      oldPhone: null,
      oldEnding: home.phone.slice(-3),
      newEnding: phone.slice(-3),
      undoneAt: null,
    });
    const [whole] = await listPhoneChanges({ kind: "all" }, home.householdId);
    expect(whole).toMatchObject({ oldPhone: home.phone });
    expect(await listPhoneChanges(scopeOf("hsh_other"), home.householdId)).toEqual([]);
    expect(await findPhoneNews(home.scope, home.householdId)).toMatchObject({ id: row?.id });
    later(14 * DAY_MS);
    expect(await findPhoneNews(home.scope, home.householdId)).toBeNull();
  });

  it("an account for payouts that is named within two weeks waits until they are over", async () => {
    const home = await household();
    const name = async () => {
      const input = { householdId: home.householdId, account: ACCOUNT };
      await enterPayoutAccount(home.actor, home.scope, input);
      const [payee] = await reader()
        .select()
        .from(payees)
        .where(eq(payees.ownerId, home.householdId));
      return payee?.heldUntil ?? null;
    };
    const held = async () => {
      const [payee] = await reader()
        .select()
        .from(payees)
        .where(eq(payees.ownerId, home.householdId));
      return payee?.heldUntil ?? null;
    };
    expect(await name()).toBeNull();
    await changed(home);
    const changedAt = present(await lastPhoneChange(reader(), home.householdId), "a change");
    // Whoever named it a moment before may be who changed the number.
    expect(await held()).toBe(changedAt + 14 * DAY_MS);
    expect(await name()).toBe(changedAt + 14 * DAY_MS);
    const shown = await findHouseholdAccount(home.householdId);
    expect(shown).toMatchObject({ usableAt: changedAt + 14 * DAY_MS });
    later(14 * DAY_MS);
    expect(await name()).toBeNull();
    // One that has stood for long goes on being paid to.
    later(15 * DAY_MS);
    await changed(home);
    expect(await held()).toBeNull();
  });

  it("whatever came last holds it, and only for its fourteen days", () => {
    const moment = fc.option(fc.integer({ min: 0, max: 4 * 10 ** 12 }));
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 0, max: 4 * 10 ** 12 }), (one, two, at) => {
        const held = heldAfterEntry([one, two], at);
        expect(heldAfterEntry([two, one], at)).toBe(held);
        const latest = Math.max(one ?? -Infinity, two ?? -Infinity) + 14 * DAY_MS;
        expect(held).toBe(at < latest ? latest : null);
      }),
    );
  });
});

describe("the number before", () => {
  it("is kept for ninety days and erased then; the row stands", async () => {
    const home = await household();
    await changed(home);
    await inTransaction(eraseOldPhones);
    expect((await listPhoneChanges({ kind: "all" }, home.householdId))[0]?.oldPhone).toBe(
      home.phone,
    );
    later(OLD_PHONE_KEPT_MS);
    await inTransaction(eraseOldPhones);
    const [row] = await listPhoneChanges({ kind: "all" }, home.householdId);
    expect(row).toMatchObject({ oldPhone: null, oldEnding: home.phone.slice(-3) });
    const isRow = eq(phoneChanges.id, row?.id ?? "");
    const anew = { oldPhone: home.phone };
    await expect(
      inTransaction((tx) => tx.update(phoneChanges).set(anew).where(isRow)),
    ).rejects.toThrow();
    await expect(inTransaction((tx) => tx.delete(phoneChanges).where(isRow))).rejects.toThrow();
  });

  /** Somebody comes in by an officer's code and changes the number, twice. */
  async function taken() {
    const home = await household();
    const codeId = newId("pcd");
    const give = (id: typeof codeId) => enterByOfficer(home, id);
    expect(await give(codeId)).toMatchObject({ ok: true });
    await changed(home);
    later(SEND_AGAIN_MS);
    const thief = await changed(home);
    const refuse = () =>
      refuseEntryCode(OFFICER, { codeId, refusal: { by: "call", reason: "Bà gọi đến Sở" } });
    return { home, thief, give, refuse };
  }

  it("comes back once the household says that it asked for no code, and the thief's opens nothing", async () => {
    const { home, thief, refuse } = await taken();
    const input = { householdId: home.householdId, account: ACCOUNT };
    await enterPayoutAccount(home.actor, home.scope, input);
    const open = await entryCode(thief);
    expect(await refuse()).toMatchObject({ ok: true, value: { wasUsed: true } });
    expect(await userOf(home)).toMatchObject({ phone: home.phone });
    expect(await householdPhone(home.householdId)).toBe(home.phone);
    expect(await enter(open)).toMatchObject({ code: "code_gone" });
    expect(await comesIn(thief)).toBe(false);
    expect(await reader().$count(payees, eq(payees.ownerId, home.householdId))).toBe(0);
    const changes = await listPhoneChanges({ kind: "all" }, home.householdId);
    expect(changes.map(({ undoneAt }) => undoneAt)).not.toContain(null);
    expect(await lastPhoneChange(reader(), home.householdId)).toBe(changes[0]?.undoneAt);
    const came = await enter(await entryCode(home.phone));
    expect(came).toMatchObject({ value: { kind: "known" } });
  });

  it("stays away where the household has changed it itself since it came back", async () => {
    const { home, give, refuse } = await taken();
    later(HOUR_MS);
    expect(await give(newId("pcd"))).toMatchObject({ ok: true });
    later(SEND_AGAIN_MS);
    const own = await changed(home);
    expect(await refuse()).toMatchObject({ ok: true });
    expect(await userOf(home)).toMatchObject({ phone: own });
  });

  it("comes back where somebody only opened an account with it and never proved that it is theirs", async () => {
    const { home, refuse } = await taken();
    const squatter = { userId: await insertTestUser({ phone: home.phone }) };
    expect(await refuse()).toMatchObject({ ok: true });
    expect(await userOf(home)).toMatchObject({ phone: home.phone });
    expect(await userOf(squatter)).toMatchObject({ phone: squatter.userId });
  });

  it("is back for nobody who is in: whoever had the other number came in by it", async () => {
    const { home, give, refuse } = await taken();
    later(HOUR_MS);
    expect(await give(newId("pcd"))).toMatchObject({ ok: true });
    const cookie = await cookieFor(home.userId);
    expect(await readSession(cookie)).not.toBeNull();
    expect(await refuse()).toMatchObject({ ok: true, value: { isSignedOut: true } });
    expect(await userOf(home)).toMatchObject({ phone: home.phone });
    expect(await readSession(cookie)).toBeNull();
  });

  it("leaves the account without any where somebody else has it by then, which an officer reads", async () => {
    const { home, thief, give, refuse } = await taken();
    await insertTestUser({ phone: home.phone, phoneProvenAt: 1 });
    expect(await refuse()).toMatchObject({ ok: true });
    expect(await userOf(home)).toMatchObject({ phone: home.userId });
    // Nobody of the household has the number before, so nobody is reached by it.
    expect(await householdPhone(home.householdId)).toBe(thief);
    expect(await enter(await entryCode(thief))).toMatchObject({ value: { kind: "new" } });
    await expect(give(newId("pcd"))).rejects.toThrow("household_phone_taken");
  });
});

describe("an account that nobody was in for a year", () => {
  const seen = (userId: string, seenAt: number | null) =>
    inTransaction((tx) => tx.update(users).set({ seenAt }).where(eq(users.id, userId)));
  const entering = async ({ phone }: { phone: string }) => {
    later(SEND_AGAIN_MS);
    return enter(await entryCode(phone));
  };

  it("is not opened by its number alone where it sells and has a password: the next owner has that number", async () => {
    const home = await household();
    await seen(home.userId, now() - ASLEEP_MS - DAY_MS);
    expect(await entering(home)).toMatchObject({ code: "code_for_asleep" });
    expect(await comesIn(home.phone)).toBe(true);
    // Whoever knows the password wakes it.
    await cookieFor(home.userId);
    expect(await userOf(home)).toMatchObject({ seenAt: expect.any(Number) as number });
    expect(await entering(home)).toMatchObject({ value: { kind: "known" } });
  });

  it("is opened where it is not known, not so long, without a password, and where it only buys", async () => {
    const home = await household();
    await seen(home.userId, null);
    expect(await entering(home)).toMatchObject({ ok: true });
    await seen(home.userId, now() - ASLEEP_MS + DAY_MS);
    expect(await entering(home)).toMatchObject({ ok: true });
    const none = { passwordHash: noPassword() };
    await inTransaction((tx) => tx.update(users).set(none).where(eq(users.id, home.userId)));
    await seen(home.userId, now() - 2 * ASLEEP_MS);
    expect(await entering(home)).toMatchObject({ ok: true });
    const buyer = await person();
    await seen(buyer.userId, now() - 2 * ASLEEP_MS);
    expect(await entering(buyer)).toMatchObject({ ok: true });
  });

  it("is awake as long as a session of it is lengthened", async () => {
    const who = await person();
    const cookie = await cookieFor(who.userId);
    const first = (await userOf(who)).seenAt ?? 0;
    const session = { expiresAt: Date.now() + 10 * DAY_MS };
    await inTransaction((tx) =>
      tx.update(sessions).set(session).where(eq(sessions.userId, who.userId)),
    );
    later(HOUR_MS);
    expect(await readSession(cookie)).toMatchObject({ id: who.userId });
    expect((await userOf(who)).seenAt).toBeGreaterThan(first);
  });
});
