import { existsSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { delegations } from "~db/schema/households-delegations";
import { outboxMessages } from "~db/schema/outbox";
import type { UserActor } from "~/domain/audit/actor";
import { GUEST } from "~/domain/audit/actor";
import type { ConsentForm } from "~/domain/households/forms-delegation";
import { consentFormOn } from "~/domain/households/forms-delegation";
import { findDelegation, searchDelegations } from "~/domain/households/queries-delegations.server";
import { phoneCode } from "~/domain/identity/phone-code.server";
import { findPhoneCode } from "~/domain/identity/queries-phone-codes.server";
import { scopeOf } from "~/domain/identity/scope.server";
import { sendConsentNote } from "~/domain/notices/send-consent-note.server";
import { setClock, now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { sentWhole } from "~/platform/parts.server";
import { addDays, DAY_MS, HOUR_MS, localDateOf, MINUTE_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { askConsent } from "./ask-consent.server";
import { checkConsent } from "./check-consent.server";
import { enterByCode } from "./enter-by-code.server";
import { sendConsentCode } from "./send-consent-code.server";
import { sendPhoneCode } from "./send-phone-code.server";
import { stopHelping } from "./stop-helping.server";
import { takeConsentCode } from "./take-consent-code.server";
import { insertTestHousehold, insertTestShop, insertTestUser } from "./test-shop";

const clientNetwork = "::1";
let close: () => void;
let agent: UserActor;
let other: UserActor;
let officer: UserActor;
let householdId: string;
let sheet: Uint8Array;
let phones = 0;

beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
  const actor = async (role: "agent" | "department_officer"): Promise<UserActor> => ({
    kind: "user",
    userId: await insertTestUser({ role }),
    role,
  });
  agent = await actor("agent");
  other = await actor("agent");
  officer = await actor("department_officer");
  sheet = await sharp({ create: { width: 900, height: 1200, channels: 3, background: "#fff" } })
    .jpeg()
    .toBuffer();
});

beforeEach(async () => {
  phones += 1;
  const phone = `09870000${String(phones).padStart(2, "0")}`;
  householdId = await insertTestHousehold({ phone });
});

afterAll(() => {
  setClock();
  close();
});

const question = (change: Partial<ConsentForm> = {}): ConsentForm => ({
  delegationId: newId("dlg"),
  powers: ["products", "orders"],
  days: 90,
  way: "code",
  ...change,
});

async function ask(change: Partial<ConsentForm> = {}, by = agent, photo: Uint8Array | null = null) {
  const asked = await askConsent(by, {
    ...question(change),
    householdId,
    sheet: photo && sentWhole(photo),
  });
  if (!asked.ok) throw new Error(asked.code);
  return asked.value.code;
}

async function digitsOf(code: string): Promise<string> {
  const { codeId } = present(await findDelegation(code), "asked");
  const id = present(codeId, "by code");
  return phoneCode({ ...present(await findPhoneCode(id), "sent"), id });
}

const wrong = (digits: string) => (digits === "000000" ? "000001" : "000000");

const householdsOf = async (by: UserActor, permission: "order.fulfil" | "profile.edit") =>
  scopeOf({ user: { id: by.userId, role: "agent" }, permission, actingForId: householdId });

async function begin(by = agent): Promise<string> {
  const code = await ask({}, by);
  expect(await sendConsentCode(by, { code, clientNetwork, wish: "first" })).toMatchObject({
    ok: true,
  });
  const digits = await digitsOf(code);
  expect(await takeConsentCode(by, { code, digits })).toMatchObject({ ok: true });
  return code;
}

describe("a household says yes by the digits that it was sent", () => {
  it("and the agent may what it said, for as long as it said, and nothing before", async () => {
    const code = await ask();
    await sendConsentCode(agent, { code, clientNetwork, wish: "again" });
    const nothing = { kind: "households", householdIds: [] };
    expect(await householdsOf(agent, "order.fulfil")).toEqual(nothing);
    const digits = await digitsOf(code);
    const failed = await takeConsentCode(agent, { code, digits: wrong(digits) });
    expect(failed).toMatchObject({ code: "code_wrong", detail: { left: 4 } });
    expect(await takeConsentCode(other, { code, digits })).toMatchObject({ code: "consent_gone" });
    expect(await takeConsentCode(agent, { code, digits })).toMatchObject({ ok: true });
    expect(await takeConsentCode(agent, { code, digits })).toMatchObject({ ok: true });
    const ours = { kind: "households", householdIds: [householdId] };
    expect(await householdsOf(agent, "order.fulfil")).toEqual(ours);
    expect(await householdsOf(agent, "profile.edit")).toEqual(nothing);
    expect(await householdsOf(other, "order.fulfil")).toEqual(nothing);
    const given = present(await findDelegation(code), "given");
    expect(given).toMatchObject({ status: "given", way: "code" });
    const start = present(given.consentedAt, "given");
    const told = addDays(localDateOf(start), 90);
    expect(given.until).toBe(told);
    setClock(startOfDate(addDays(told, 1)) - 1);
    expect(await householdsOf(agent, "order.fulfil")).toEqual(ours);
    setClock(startOfDate(addDays(told, 1)));
    expect(await householdsOf(agent, "order.fulfil")).toEqual(nothing);
    expect(await findDelegation(code)).toMatchObject({ status: "expired" });
    setClock();
  });

  it("which let nobody in, as digits to come in by give no consent", async () => {
    const code = await ask();
    await sendConsentCode(agent, { code, clientNetwork, wish: "again" });
    const { codeId } = present(await findDelegation(code), "asked");
    const typed = await digitsOf(code);
    const entered = await enterByCode({ codeId: codeId ?? "", typed, clientNetwork });
    expect(entered).toMatchObject({ ok: false, code: "code_gone" });
    expect(await takeConsentCode(agent, { code, digits: typed })).toMatchObject({ ok: true });
  });

  it("and five wrong tries are the last", async () => {
    const code = await ask();
    await sendConsentCode(agent, { code, clientNetwork, wish: "again" });
    const digits = await digitsOf(code);
    for (let i = 0; i < 5; i += 1) await takeConsentCode(agent, { code, digits: wrong(digits) });
    expect(await takeConsentCode(agent, { code, digits })).toMatchObject({ code: "code_gone" });
    expect(await sendConsentCode(agent, { code, clientNetwork, wish: "again" })).toMatchObject({
      ok: false,
    });
    expect(await findDelegation(code)).toMatchObject({ status: "asked" });
  });

  it("is told by SMS who helps it and how to end that, while it still holds", async () => {
    const code = await begin();
    const { id, phone } = present(await findDelegation(code), "given");
    const [row] = await reader().select().from(outboxMessages).where(eq(outboxMessages.key, id));
    expect(row).toMatchObject({ kind: "consent_note", payload: { delegationId: id } });
    const sent: unknown[] = [];
    const sms = async (message: unknown) => {
      sent.push(message);
      return { kind: "taken" } as const;
    };
    const word = ({ key }: { key: string }) => ({ shortText: "giúp", link: `/x?key=${key}` });
    await sendConsentNote(row?.payload, { sms, word });
    expect(sent).toMatchObject([{ id, phone, words: { shortText: "giúp" } }]);
    await stopHelping(GUEST, { code, stopper: { by: "link" } });
    await sendConsentNote(row?.payload, { sms, word });
    expect(sent).toHaveLength(1);
  });
});

it("asked for consent again and again, a household is left in peace and can still come in", async () => {
  const code = await ask();
  expect(await sendConsentCode(agent, { code, clientNetwork, wish: "first" })).toMatchObject({
    ok: true,
  });
  const soon = await sendConsentCode(agent, { code, clientNetwork, wish: "again" });
  expect(soon).toMatchObject({ ok: false, code: "codes_too_soon" });
  setClock(now() + 2 * MINUTE_MS);
  const answers: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    const sent = await sendConsentCode(agent, { code, clientNetwork, wish: "again" });
    answers.push(sent.ok ? "sent" : sent.code);
    setClock(now() + 2 * MINUTE_MS);
  }
  expect(answers).toEqual(["sent", "sent", "sent", "sent", "codes_used_up"]);
  const { phone } = present(await findDelegation(code), "asked");
  const request = { codeId: newId("pcd"), phone, language: "vi", clientNetwork } as const;
  expect(await sendPhoneCode({ ...request, deviceToken: null })).toMatchObject({ ok: true });
  setClock();
});

describe("a household says yes on a sheet", () => {
  it("which an officer has to look at; its days count from the signature", async () => {
    const signedOn = addDays(localDateOf(now()), -10);
    const code = await ask({ way: "sheet", signedOn }, agent, sheet);
    const { kind } = await householdsOf(agent, "order.fulfil");
    expect(kind).toBe("households");
    expect(await householdsOf(agent, "order.fulfil")).toMatchObject({ householdIds: [] });
    expect(await takeConsentCode(agent, { code, digits: "123456" })).toMatchObject({ ok: false });
    expect(await checkConsent(officer, { code })).toMatchObject({ ok: true });
    expect(await checkConsent(officer, { code })).toMatchObject({ ok: true });
    expect(await householdsOf(agent, "order.fulfil")).toMatchObject({
      householdIds: [householdId],
    });
    const row = await rowOf(code);
    expect(row).toMatchObject({
      checkedById: officer.userId,
      expiresAt: startOfDate(addDays(signedOn, 90)),
    });
    const file = join(settings().DATA_DIR, "private", "consents", `${row.sheetPhotoId}.jpg`);
    expect(existsSync(file)).toBe(true);
  });

  it("which is refused with a reason, and has no effect then", async () => {
    const code = await ask({ way: "sheet", signedOn: localDateOf(now()) }, agent, sheet);
    const stopper = { by: "department", reason: "Không có chữ ký" } as const;
    await stopHelping(officer, { code, stopper });
    expect(await findDelegation(code)).toMatchObject({
      status: "not_given",
      endReason: "Không có chữ ký",
    });
    expect(await checkConsent(officer, { code })).toMatchObject({ code: "consent_gone" });
    expect(await householdsOf(agent, "order.fulfil")).toMatchObject({ householdIds: [] });
  });

  it("without the sheet asks nothing, and a picture that is none leaves none", async () => {
    const asked = { ...question({ way: "sheet", signedOn: "2026-11-01" }), householdId };
    expect(await askConsent(agent, { ...asked, sheet: null })).toMatchObject({
      code: "sheet_missing",
    });
    const bad = await askConsent(agent, {
      ...asked,
      sheet: sentWhole(new TextEncoder().encode("no picture")),
    });
    expect(bad.ok).toBe(false);
    expect(await reader().$count(delegations, eq(delegations.householdId, householdId))).toBe(0);
  });

  it("of a day that the form takes: no later than today, no more than 30 days ago", () => {
    const form = consentFormOn("2026-11-27");
    const typed = { ...question({ way: "sheet" }), days: "180" };
    const isTaken = (signedOn?: string) => form.safeParse({ ...typed, signedOn }).success;
    expect(isTaken("2026-11-27")).toBe(true);
    expect(isTaken("2026-10-28")).toBe(true);
    expect(isTaken("2026-10-27")).toBe(false);
    expect(isTaken("2026-11-28")).toBe(false);
    expect(isTaken()).toBe(false);
    expect(form.safeParse({ ...typed, way: "code", days: "400" }).success).toBe(false);
    expect(form.safeParse({ ...typed, way: "code", powers: [] }).success).toBe(false);
    expect(form.safeParse({ ...typed, way: "code", powers: ["money"] }).success).toBe(false);
  });
});

describe("it ends", () => {
  it("at once, by the household, its link, a call or the agent; what is over stays as it ended", async () => {
    const stoppers = [
      { by: "household", scope: { kind: "households", householdIds: [householdId] } },
      { by: "link" },
      { by: "call", reason: "Bà gọi điện" },
      { by: "agent", userId: agent.userId },
    ] as const;
    for (const stopper of stoppers) {
      setClock(now() + HOUR_MS); // the share of messages of one phone
      const code = await begin();
      expect(await householdsOf(agent, "order.fulfil")).toMatchObject({
        householdIds: [householdId],
      });
      expect(await stopHelping(officer, { code, stopper })).toMatchObject({ ok: true });
      expect(await householdsOf(agent, "order.fulfil")).toMatchObject({ householdIds: [] });
      expect(await findDelegation(code)).toMatchObject({ status: "ended", endedBy: stopper.by });
      await stopHelping(officer, { code, stopper: { by: "department", reason: "sau" } });
      expect(await findDelegation(code)).toMatchObject({ endedBy: stopper.by });
    }
    setClock();
  });

  it("with whatever else of the agent waits or holds, also by the SMS from before a renewal", async () => {
    const first = await begin();
    setClock(now() + HOUR_MS);
    const second = await begin();
    const signedOn = addDays(localDateOf(now()), -1);
    const waiting = await ask({ way: "sheet", signedOn }, agent, sheet);
    setClock(now() + HOUR_MS);
    const others = await begin(other);
    await stopHelping(GUEST, { code: first, stopper: { by: "link" } });
    expect(await findDelegation(first)).toMatchObject({ status: "ended", endedBy: "renewal" });
    expect(await findDelegation(second)).toMatchObject({ status: "ended", endedBy: "link" });
    expect(await findDelegation(waiting)).toMatchObject({ status: "not_given", endedBy: "link" });
    expect(await checkConsent(officer, { code: waiting })).toMatchObject({ code: "consent_gone" });
    expect(await householdsOf(agent, "order.fulfil")).toMatchObject({ householdIds: [] });
    expect(await findDelegation(others)).toMatchObject({ status: "given" });
    setClock();
  });

  it("for good: a sheet signed before is worth nothing, one signed later is", async () => {
    const today = localDateOf(now());
    const signedOn = addDays(today, -5);
    const code = await ask({ way: "sheet", signedOn }, agent, sheet);
    await checkConsent(officer, { code });
    await stopHelping(GUEST, { code, stopper: { by: "link" } });
    for (const day of [signedOn, today]) {
      const form = {
        ...question({ way: "sheet", signedOn: day }),
        householdId,
        sheet: sentWhole(sheet),
      };
      expect(await askConsent(agent, form)).toMatchObject({ code: "consent_sheet_stopped" });
    }
    expect(await householdsOf(agent, "order.fulfil")).toMatchObject({ householdIds: [] });
    setClock(now() + DAY_MS);
    const later = await ask({ way: "sheet", signedOn: addDays(today, 1) }, agent, sheet);
    expect(await checkConsent(officer, { code: later })).toMatchObject({ ok: true });
    setClock();
  });

  it("not by another household or another agent", async () => {
    const code = await begin();
    const strangers = [
      { by: "household", scope: { kind: "households", householdIds: ["hsh_other"] } },
      { by: "agent", userId: other.userId },
    ] as const;
    for (const stopper of strangers) {
      const stopped = await stopHelping(GUEST, { code, stopper });
      expect(stopped).toMatchObject({ code: "consent_not_found" });
    }
    expect(await findDelegation(code)).toMatchObject({ status: "given" });
  });

  it("where the same agent was given a newer one, and an older question is void", async () => {
    const first = await begin();
    const asked = await ask({ days: 365 });
    expect(await findDelegation(first)).toMatchObject({ status: "given" });
    setClock(now() + HOUR_MS);
    const second = await begin();
    expect(await findDelegation(asked)).toMatchObject({ status: "not_given", endedBy: "renewal" });
    expect(await findDelegation(first)).toMatchObject({ status: "ended", endedBy: "renewal" });
    expect(await findDelegation(second)).toMatchObject({ status: "given" });
    setClock();
  });
});

it("the same form sent twice asks once, and not in another agent's name", async () => {
  const form = { ...question(), householdId, sheet: null };
  const first = await askConsent(agent, form);
  const code = first.ok ? first.value.code : "";
  expect(await askConsent(agent, form)).toMatchObject({ ok: true, value: { code } });
  expect(await askConsent(other, form)).toMatchObject({ code: "form_outdated" });
  const entries = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, form.delegationId));
  expect(entries.map(({ action }) => action)).toEqual(["delegation.ask"]);
});

it("is found by its household's name, with accents or without, and by phone", async () => {
  const [slug, phone] = ["ho-che-dang-van-mau", "0987000777"];
  householdId = await insertTestHousehold({ slug, name: "Hộ Chè Đặng Văn Mẫu", phone });
  const code = await ask();
  const find = async (name: string, typedPhone: string | null = null) =>
    (await searchDelegations({ name, phone: typedPhone })).map((one) => one.code);
  for (const typed of ["che", "CHÈ ĐẶNG", "dang van", "Chè đặng"]) {
    expect(await find(typed), typed).toEqual([code]);
  }
  expect(await find("chè tuyết")).toEqual([]);
  expect(await find(phone, phone)).toEqual([code]);
});

async function rowOf(code: string) {
  const [row] = await reader().select().from(delegations).where(eq(delegations.code, code));
  return present(row, "a delegation");
}
