import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { householdMembers, households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { users } from "~db/schema/identity";
import type { UserActor } from "~/domain/audit/actor";
import { readSheet, type ReadSheet, type TypedSheet } from "~/domain/households/kept-sheet";
import { endDelegation } from "~/domain/households/end-delegation.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { sentWhole, type SentFile } from "~/platform/parts.server";
import { addDays, localDateOf } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
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

function read(sheet: TypedSheet): ReadSheet {
  const checked = readSheet(sheet, today());
  if ("problems" in checked) throw new Error(JSON.stringify(checked.problems));
  return checked.read;
}

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
    const send = () => registerFromSheet(agent, read(sheet), sentWhole(photo));
    const [first, atOnce] = await Promise.all([send(), send()]);
    expect(first).toMatchObject({ ok: true, value: { slug: expect.stringMatching(/^ho-ghi/) } });
    expect(atOnce).toEqual(first);
    setClock(now() + 86_400_000);
    expect(await send()).toEqual(first);
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
    const send = () => registerFromSheet(agent, read(sheet), sentWhole(photo));
    const first = await send();
    await inTransaction((tx) =>
      endDelegation(tx, { delegationId: sheet.id, by: "call", reason: "thôi" }),
    );
    expect(await send()).toEqual(first);
    const [row] = await reader().select().from(delegations).where(eq(delegations.id, sheet.id));
    expect(row).toMatchObject({ endedBy: "call", consentedAt: null });
  });

  it("registers nobody twice: a number that was mended after it had gone comes too late, and is said to", async () => {
    const sheet = typed();
    const first = await registerFromSheet(agent, read(sheet), sentWhole(photo));
    const before = await counts();
    const mended = (fields: Record<string, string>) =>
      registerFromSheet(
        agent,
        read({ ...sheet, fields: { ...sheet.fields, ...fields } }),
        sentWhole(photo),
      );
    const { fields } = typed();
    expect(await mended({ phone: fields["phone"] ?? "" })).toMatchObject({
      code: "sheet_sent_before",
    });
    expect(await mended({ addressLine: "Thôn khác" })).toEqual(first);
    expect(await counts()).toEqual(before);
  });

  it("registers it alone where it will be asked later", async () => {
    const before = await counts();
    const { fields } = typed();
    const { way: _, days: _days, signedOn: _on, ...told } = fields;
    const sheet = typed({ fields: { ...told, way: "later" }, powers: [], hasPhoto: false });
    const done = await registerFromSheet(agent, read(sheet), null);
    expect(done).toMatchObject({ ok: true, value: { consentCode: null } });
    expect(await registerFromSheet(agent, read(sheet), null)).toEqual(done);
    expect(await counts()).toMatchObject({
      households: before.households + 1,
      delegations: before.delegations,
      photos: before.photos,
    });
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
