import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { householdMembers, households } from "~db/schema/households";
import { delegations, registeredSheets } from "~db/schema/households-delegations";
import { users } from "~db/schema/identity";
import type { UserActor } from "~/domain/audit/actor";
import { readSheet, type ReadSheet, type TypedSheet } from "~/domain/households/kept-sheet";
import { endDelegation } from "~/domain/households/end-delegation.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { sentWhole, type SentFile } from "~/platform/parts.server";
import { addDays, localDateOf } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { enterByHandedCode } from "./enter-by-handed-code.server";
import { handEntryCode } from "./hand-entry-code.server";
import { registerFromSheet } from "./register-from-sheet.server";
import { insertTestShop, insertTestUser, TEST_SHOP } from "./test-shop";

let close: () => void;
let agent: UserActor;
let other: UserActor;
let photo: Uint8Array;
let phones = 0;

beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
  const actor = async (): Promise<UserActor> => ({
    kind: "user",
    userId: await insertTestUser({ role: "agent" }),
    role: "agent",
  });
  agent = await actor();
  other = await actor();
  photo = await sharp({ create: { width: 900, height: 1200, channels: 3, background: "#fff" } })
    .jpeg()
    .toBuffer();
});

afterAll(() => {
  setClock();
  close();
});

const today = () => localDateOf(now());

function typed(change: Partial<TypedSheet> = {}): TypedSheet {
  phones += 1;
  return {
    id: newId("dlg"),
    fields: {
      name: "Hộ ghi từ phiếu",
      kind: "household",
      contactName: "Sùng Thị Mẫu",
      phone: `0986 0000 ${String(phones).padStart(2, "0")}`,
      communeCode: TEST_SHOP.communeCode,
      addressLine: "Thôn Mẫu",
      consent: "on",
      way: "sheet",
      days: "90",
      signedOn: today(),
    },
    powers: ["products", "orders"],
    hasPhoto: true,
    ...change,
  };
}

function read(sheet: TypedSheet): ReadSheet & { sheetId: string } {
  const checked = readSheet(sheet, today());
  if ("problems" in checked) throw new Error(JSON.stringify(checked.problems));
  return { sheetId: sheet.id, ...checked.read };
}

/** Sends it as it was typed, with a photo where it is signed. */
const send = (sheet: TypedSheet, file = sentWhole(photo)) =>
  registerFromSheet(agent, read(sheet), sheet.hasPhoto ? file : null);
/** The same sheet with other words. */
const mended = (sheet: TypedSheet, fields: Record<string, string>): TypedSheet => ({
  ...sheet,
  fields: { ...sheet.fields, ...fields },
});
const nextPhone = () => typed().fields["phone"] ?? "";
const unsigned = () => {
  const { way: _, days: _days, signedOn: _on, ...told } = typed().fields;
  return typed({ fields: { ...told, way: "later" }, powers: [], hasPhoto: false });
};
async function householdOf(sheetId: string) {
  const [row] = await reader()
    .select({ household: households, person: users })
    .from(registeredSheets)
    .innerJoin(households, eq(households.id, registeredSheets.householdId))
    .innerJoin(householdMembers, eq(householdMembers.householdId, households.id))
    .innerJoin(users, eq(users.id, householdMembers.userId))
    .where(eq(registeredSheets.id, sheetId));
  return present(row, "registered");
}
const questionsOf = async (householdId: string) =>
  reader().select().from(delegations).where(eq(delegations.householdId, householdId));

async function counts() {
  const folder = join(settings().DATA_DIR, "private", "consents");
  return {
    households: await reader().$count(households),
    users: await reader().$count(users),
    members: await reader().$count(householdMembers),
    delegations: await reader().$count(delegations),
    audit: await reader().$count(auditEntries),
    photos: existsSync(folder) ? readdirSync(folder).length : 0,
  };
}

describe("a household's sheet that an agent typed", () => {
  it("registers it and asks by the same sheet, once, however often it is sent", async () => {
    const before = await counts();
    const sheet = typed();
    const [first, atOnce] = await Promise.all([send(sheet), send(sheet)]);
    expect(first).toMatchObject({ ok: true, value: { slug: expect.stringMatching(/^ho-ghi/) } });
    expect(atOnce).toEqual(first);
    setClock(now() + 86_400_000);
    expect(await send(sheet)).toEqual(first);
    setClock();
    expect(await counts()).toEqual({
      households: before.households + 1,
      users: before.users + 1,
      members: before.members + 1,
      delegations: before.delegations + 1,
      audit: before.audit + 2,
      photos: before.photos + 1,
    });
    const [row] = await reader().select().from(delegations).where(eq(delegations.id, sheet.id));
    expect(row).toMatchObject({
      agentId: agent.userId,
      powers: ["products", "orders"],
      days: 90,
      way: "sheet",
      consentedAt: null,
    });
    const told = eq(auditEntries.subjectId, row?.householdId ?? "");
    expect(await reader().select().from(auditEntries).where(told)).toMatchObject([
      { action: "household.register", actorId: agent.userId, onBehalfOfId: row?.householdId },
    ]);
  });

  it("stays true when the household has said no meanwhile: the answer that got lost is given again", async () => {
    const sheet = typed();
    const first = await send(sheet);
    await inTransaction((tx) =>
      endDelegation(tx, { delegationId: sheet.id, by: "call", reason: "thôi" }),
    );
    expect(await send(sheet)).toEqual(first);
    const [row] = await reader().select().from(delegations).where(eq(delegations.id, sheet.id));
    expect(row).toMatchObject({ endedBy: "call", consentedAt: null });
  });

  it.each([
    ["signed", typed],
    ["unsigned", unsigned],
  ])(
    "registers nobody twice: words that were mended on a %s sheet after its answer got lost",
    async (_, made) => {
      const sheet = made();
      const first = await send(sheet);
      const before = await counts();
      const phone = nextPhone();
      const right = mended(sheet, {
        phone,
        addressLine: "Thôn khác",
        contactName: "Sùng Thị Đúng",
      });
      expect(await send(right)).toEqual(first);
      const { household, person } = await householdOf(sheet.id);
      expect(household).toMatchObject({ addressLine: "Thôn khác", contactName: "Sùng Thị Đúng" });
      expect(person).toMatchObject({ phone: household.phone, fullName: "Sùng Thị Đúng" });
      expect(household.phone).toBe(phone.replaceAll(" ", ""));
      expect(await counts()).toEqual({ ...before, audit: before.audit + 1 });
      expect(await send(right)).toEqual(first);
      expect(await counts()).toEqual({ ...before, audit: before.audit + 1 });
    },
  );

  it.each(["approved", "rejected", "suspended"] as const)(
    "leaves a household as it is once the department has decided (%s), and says what differs",
    async (status) => {
      const sheet = typed();
      const first = await send(sheet);
      const { household } = await householdOf(sheet.id);
      await inTransaction((tx) =>
        tx.update(households).set({ status }).where(eq(households.id, household.id)),
      );
      const before = await counts();
      const other = mended(sheet, { phone: nextPhone(), addressLine: "Thôn khác" });
      expect(await send(other)).toMatchObject({
        code: "sheet_sent_before",
        detail: { fields: "phone,addressLine" },
      });
      expect(await send(sheet)).toEqual(first);
      expect(await counts()).toEqual(before);
    },
  );

  it("leaves a household as it is once it has come in, and once it has answered", async () => {
    const sheet = typed();
    await send(sheet);
    const { person } = await householdOf(sheet.id);
    await inTransaction((tx) =>
      tx.update(users).set({ passwordHash: "-" }).where(eq(users.id, person.id)),
    );
    expect(await send(mended(sheet, { name: "Hộ khác" }))).toMatchObject({
      code: "sheet_sent_before",
      detail: { fields: "name" },
    });
    const answered = typed();
    await send(answered);
    await inTransaction((tx) =>
      tx
        .update(delegations)
        .set({ consentedAt: now(), expiresAt: now() + 86_400_000 })
        .where(eq(delegations.id, answered.id)),
    );
    expect(await send(mended(answered, { name: "Hộ khác" }))).toMatchObject({
      code: "sheet_sent_before",
    });
    const asked = await send({ ...answered, powers: ["shop"] });
    expect(asked).toMatchObject({ code: "sheet_sent_before", detail: { fields: "consent" } });
  });

  it("does not take a number that somebody else has, and is no other agent's to mend", async () => {
    const sheet = typed();
    await send(sheet);
    const taken = typed();
    await send(taken);
    const before = await counts();
    const phone = taken.fields["phone"] ?? "";
    expect(await send(mended(sheet, { phone }))).toMatchObject({ code: "helped_phone_taken" });
    const theirs = read(mended(sheet, { name: "Hộ khác" }));
    expect(await registerFromSheet(other, theirs, sentWhole(photo))).toMatchObject({
      code: "form_outdated",
    });
    const far = mended(sheet, { communeCode: "99999" });
    expect(await send(far)).toMatchObject({ code: "commune_elsewhere" });
    expect(await counts()).toEqual(before);
  });

  it("is not taken over by another agent who types the same paper", async () => {
    const sheet = unsigned();
    await send(sheet);
    const role = "agent" as const;
    const other: UserActor = { kind: "user", userId: await insertTestUser({ role }), role };
    const same = { ...sheet, id: newId("dlg") };
    expect(await registerFromSheet(other, read(same), null)).toMatchObject({
      code: "helped_phone_taken",
    });
  });

  it("voids the digits that were handed over for a wrong number", async () => {
    const sheet = unsigned();
    await send(sheet);
    const { household } = await householdOf(sheet.id);
    const handed = await handEntryCode(agent, {
      codeId: newId("pcd"),
      householdId: household.id,
    });
    if (!handed.ok) throw new Error(handed.code);
    const { phone, digits } = handed.value;
    expect(await send(mended(sheet, { phone: nextPhone() }))).toMatchObject({ ok: true });
    // The wrong number's owner is registered too: the old paper opens nothing of theirs.
    expect(await send(mended(unsigned(), { phone }))).toMatchObject({ ok: true });
    const entry = { phone, code: digits, password: "mat khau cua ai", clientNetwork: "10.9.0.1" };
    expect(await enterByHandedCode(entry)).toMatchObject({ code: "handed_code_wrong" });
  });

  it("asks anew where what was signed for was mended, and takes the question back where nothing was", async () => {
    const sheet = typed();
    const first = await send(sheet);
    const { household } = await householdOf(sheet.id);
    const more = { ...sheet, powers: ["products", "orders", "shop"] };
    const again = await send(more);
    expect(again).toMatchObject({ ok: true, value: { isLater: false } });
    expect(again).not.toEqual(first);
    expect(await send(more)).toEqual(again);
    const [one, two] = await questionsOf(household.id);
    expect(one).toMatchObject({ id: sheet.id, endedBy: "renewal" });
    expect(two).toMatchObject({ endedAt: null, powers: ["products", "orders", "shop"] });
    const otherPhoto = await sharp(photo).rotate(90).jpeg().toBuffer();
    await send(more, sentWhole(otherPhoto));
    expect(await questionsOf(household.id)).toHaveLength(3);
    const later = mended({ ...more, powers: [], hasPhoto: false }, { way: "later" });
    expect(await send(later)).toMatchObject({ value: { consentCode: null } });
    expect((await questionsOf(household.id)).every(({ endedAt }) => endedAt !== null)).toBe(true);
    expect(await send(more)).toMatchObject({ ok: true });
    expect(await questionsOf(household.id)).toHaveLength(4);
  });

  it("registers it alone where it will be asked later", async () => {
    const before = await counts();
    const sheet = unsigned();
    const done = await send(sheet);
    expect(done).toMatchObject({ ok: true, value: { consentCode: null, isLater: false } });
    expect(await send(sheet)).toEqual(done);
    expect(await counts()).toMatchObject({
      households: before.households + 1,
      delegations: before.delegations,
      photos: before.photos,
    });
  });

  it("registers it while the agent waits for too many answers, and asks once there are fewer", async () => {
    const role = "agent" as const;
    const busy: UserActor = { kind: "user", userId: await insertTestUser({ role }), role };
    const of = (sheet: TypedSheet) => registerFromSheet(busy, read(sheet), sentWhole(photo));
    const first = typed();
    await of(first);
    const { household } = await householdOf(first.id);
    const [asked] = await questionsOf(household.id);
    const full = Array.from({ length: 59 }, () => {
      const id = newId("dlg");
      return { ...present(asked, "a question"), id, code: id };
    });
    await inTransaction((tx) => tx.insert(delegations).values(full));
    const sheet = typed();
    const before = await counts();
    expect(await of(sheet)).toMatchObject({ value: { consentCode: null, isLater: true } });
    expect(await of(sheet)).toMatchObject({ value: { consentCode: null, isLater: true } });
    expect(await counts()).toMatchObject({
      households: before.households + 1,
      delegations: before.delegations,
      photos: before.photos,
    });
    await inTransaction((tx) =>
      endDelegation(tx, { delegationId: first.id, by: "agent", reason: null }),
    );
    expect(await of(sheet)).toMatchObject({ value: { isLater: false } });
    const { household: second } = await householdOf(sheet.id);
    expect(await questionsOf(second.id)).toMatchObject([{ id: sheet.id, endedAt: null }]);
  });

  const nothing: SentFile = {
    ...sentWhole(new Uint8Array()),
    read: () => Promise.resolve(null),
  };
  it.each([
    ["a photo that is not all there", nothing, "photo_not_whole"],
    ["a file that is no photo", sentWhole(new Uint8Array(5_000)), "photo_unreadable"],
  ])("writes nothing by %s", async (_, file, code) => {
    const before = await counts();
    expect(await registerFromSheet(agent, read(typed()), file)).toMatchObject({ code });
    expect(await counts()).toEqual(before);
  });

  it("writes nothing where the phone has an account, and of a commune elsewhere", async () => {
    const known = typed();
    await registerFromSheet(agent, read(known), sentWhole(photo));
    const before = await counts();
    const same = { ...typed().fields, phone: known.fields["phone"] ?? "", name: "Hộ khác" };
    expect(
      await registerFromSheet(other, read(typed({ fields: same })), sentWhole(photo)),
    ).toMatchObject({ code: "helped_phone_taken" });
    const far = { ...typed().fields, communeCode: "99999" };
    expect(
      await registerFromSheet(agent, read(typed({ fields: far })), sentWhole(photo)),
    ).toMatchObject({ code: "commune_elsewhere" });
    expect(await counts()).toEqual(before);
  });

  it("registers nobody where it cannot ask: another agent's question has that name", async () => {
    const taken = typed();
    await registerFromSheet(other, read(taken), sentWhole(photo));
    const before = await counts();
    const sheet = typed({ id: taken.id });
    expect(await registerFromSheet(agent, read(sheet), sentWhole(photo))).toMatchObject({
      code: "form_outdated",
    });
    expect(await counts()).toEqual(before);
  });
});

describe("what is typed from a sheet", () => {
  it("is read by the rules of both forms, each fault at its field", () => {
    const fields = { way: "sheet", phone: "12", kind: "household" };
    const checked = readSheet(typed({ fields, powers: [], hasPhoto: false }), today());
    expect(checked).toMatchObject({ problems: expect.any(Array) });
    expect("problems" in checked && checked.problems).toEqual(
      expect.arrayContaining([
        { field: "name", code: "household_name_missing" },
        { field: "phone", code: "phone_invalid" },
        { field: "powers", code: "powers_missing" },
        { field: "days", code: "consent_days_missing" },
        { field: "consent", code: "consent_missing" },
        { field: "sheet", code: "sheet_missing" },
      ]),
    );
  });

  it("may not be signed tomorrow, nor long ago", () => {
    const signed = (signedOn: string) =>
      readSheet(typed({ fields: { ...typed().fields, signedOn } }), today());
    expect(signed(addDays(today(), 1))).toMatchObject({ problems: [{ code: "signed_on_ahead" }] });
    expect(signed(addDays(today(), -31))).toMatchObject({
      problems: [{ code: "signed_on_too_old" }],
    });
    expect(signed(addDays(today(), -30))).toMatchObject({ read: { consent: { days: 90 } } });
  });
});
