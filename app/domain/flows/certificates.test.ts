import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { certificates, certificateSteps } from "~db/schema/certificates";
import { notices } from "~db/schema/notices";
import { communes, formerCommunes } from "~db/schema/places";
import type { UserActor } from "~/domain/audit/actor";
import { findLot } from "~/domain/catalog/queries-lot.server";
import { findProduct } from "~/domain/catalog/queries-product.server";
import { certificateDecisionForm, certificateFormOn } from "~/domain/certificates/forms";
import { loadRenewed } from "~/domain/certificates/queries-renewal.server";
import {
  countEndingCertificates,
  countWaitingCertificates,
  listCertificates,
  placeOfCode,
} from "~/domain/certificates/queries-desk.server";
import { findEvidence } from "~/domain/certificates/queries-steps.server";
import {
  findCertificate,
  findCertificateNews,
  listOwnCertificates,
} from "~/domain/certificates/queries.server";
import { readEvidence } from "~/domain/certificates/read-evidence.server";
import type { Scope } from "~/domain/identity/scope";
import { ALL_ROWS } from "~/domain/identity/scope";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { addDays, HOUR_MS, startOfDate, type LocalDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { decideCertificate } from "./decide-certificate.server";
import { lookAtCertificateEvidence } from "./look-at-certificate-evidence.server";
import { revokeCertificate } from "./revoke-certificate.server";
import { sendCertificate } from "./send-certificate.server";
import { insertTestConsent } from "./test-consent";
import { createMailbox, tellAll } from "./test-mailbox";
import {
  insertTestHousehold,
  insertTestLot,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
} from "./test-shop";
import { withdrawCertificate } from "./withdraw-certificate.server";
import { writeCertificate } from "./write-certificate.server";

const TODAY = "2026-11-22";
const PDF = new TextEncoder().encode("%PDF-1.7\n%%EOF");
const OK = { ok: true, value: null };
const NOT_FOUND = { ok: false, code: "certificate_not_found" };

let close: () => void;
let photo: Uint8Array;
let householdId: string;
let productId: string;
let secondId: string;
let strangerId: string;
let officer: UserActor;
let member: UserActor;
let helper: UserActor;
let scope: Scope;
let stranger: Scope;

/** The clock goes on a second a reading from then. */
function at(date: LocalDate, hour = 10): void {
  let clock = startOfDate(date) + hour * HOUR_MS;
  setClock(() => (clock += 1_000));
}

beforeEach(async () => {
  close = openTestDatabase();
  at(TODAY);
  await insertTestShop();
  householdId = await insertTestHousehold({ slug: "ho-toi" });
  strangerId = await insertTestHousehold({ slug: "ho-la" });
  productId = await insertTestProduct({ householdId, slug: "mat-ong" });
  secondId = await insertTestProduct({ householdId, slug: "mat-rung", name: "Mật ong rừng" });
  scope = { kind: "households", householdIds: [householdId] };
  stranger = { kind: "households", householdIds: [strangerId] };
  const actor = (userId: string, role: UserActor["role"]) =>
    ({ kind: "user", userId, role }) as const;
  officer = actor(await insertTestUser({ role: "department_officer" }), "department_officer");
  member = actor(await insertTestUser({ householdId }), "household_member");
  helper = {
    ...actor(await insertTestUser({ role: "agent" }), "agent"),
    onBehalfOfId: householdId,
  };
  const grey = { width: 600, height: 400, channels: 3 as const, background: "#888888" };
  photo = await sharp({ create: grey }).jpeg().toBuffer();
});
afterEach(() => {
  setClock();
  close();
});

const typed = (change: Record<string, unknown> = {}, today = TODAY) =>
  certificateFormOn(today).safeParse({
    certificateId: newId("cer"),
    stars: "4",
    decisionNumber: "3981/QĐ-UBND",
    issuerLevel: "province",
    issuerName: "UBND tỉnh Tuyên Quang",
    issuedOn: "2026-06-30",
    ocopCode: "08-00001-12-2026",
    productIds: [productId],
    ...change,
  });
function formOf(change: Record<string, unknown> = {}, today = TODAY) {
  const read = typed(change, today);
  if (!read.success) throw new Error(JSON.stringify(read.error.issues));
  return read.data;
}
const faultsOf = (change: Record<string, unknown>) =>
  typed(change).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`);

async function written(change: Record<string, unknown> = {}, today = TODAY): Promise<string> {
  const form = formOf(change, today);
  expect(await writeCertificate(member, scope, { householdId, form })).toEqual(OK);
  return form.certificateId;
}
const send = (certificateId: string, files = [photo], formId: string = newId("csf")) =>
  sendCertificate(member, scope, { certificateId, formId, files });
const entryOf = async (id: string) => findCertificate(ALL_ROWS, id);
const newestOf = async (id: string) => (await entryOf(id))?.steps[0]?.id ?? null;
const decide = async (
  certificateId: string,
  decision: "confirmed" | "sent_back",
  reason = decision === "sent_back" ? "Ảnh mờ, xin chụp lại" : "",
) => {
  const seen = await newestOf(certificateId);
  const grade = decision === "confirmed" ? ("A" as const) : undefined;
  return decideCertificate(officer, { certificateId, decision, grade, reason, seen });
};
async function confirmed(change: Record<string, unknown> = {}, today = TODAY): Promise<string> {
  const id = await written(change, today);
  expect(await send(id)).toEqual(OK);
  expect(await decide(id, "confirmed")).toEqual(OK);
  return id;
}
const revoke = async (certificateId: string, revokedOn = TODAY) =>
  revokeCertificate(officer, {
    certificateId,
    ground: "false_dossier",
    revokedOn,
    reason: "QĐ 12/QĐ-UBND: hồ sơ không đúng",
    seen: await newestOf(certificateId),
  });
const starsOf = async (slug: string) => (await findProduct(slug, "vi"))?.certificate?.stars ?? null;
const fileCount = () => {
  const folder = join(settings().DATA_DIR, "private", "certificates");
  return existsSync(folder) ? readdirSync(folder).length : 0;
};
const actions = async () =>
  (await reader().select().from(auditEntries)).map((entry) => entry.action);

const PREFIX = "household_certificate_";
/** What the household is told, in short. */
async function heard(): Promise<string[]> {
  const mailbox = createMailbox(({ kind }) => {
    const text = kind.replace(PREFIX, "");
    return { subject: "", text, shortText: text, link: "", footer: "", values: {} };
  });
  await tellAll(mailbox);
  return [...mailbox.messages.values()].map(({ words }) => words.text);
}

describe("what is typed", () => {
  test("ends 36 months after the decision unless its paper says another day", () => {
    expect(formOf()).toMatchObject({ expiresOn: "2029-06-30", ocopCode: "08-00001-12-2026" });
    expect(formOf({ expiresOn: "2029-07-30", ocopCode: "" })).toMatchObject({
      expiresOn: "2029-07-30",
      ocopCode: null,
    });
    expect(faultsOf({ expiresOn: "2029-07-31" })).toEqual(["expiresOn: certificate_too_long"]);
    expect(faultsOf({ expiresOn: TODAY })).toEqual(["expiresOn: certificate_over"]);
    expect(faultsOf({ expiresOn: "2026-06-30" })).toEqual([
      "expiresOn: document_expires_before_issued",
    ]);
    expect(faultsOf({ issuedOn: "2023-11-22", issuerLevel: "province" })).toEqual([
      "issuedOn: certificate_over",
    ]);
    expect(faultsOf({ issuedOn: "2026-11-23" })).toEqual(["issuedOn: date_in_future"]);
  });

  test("has stars, an issuer of that day, a code and a product", () => {
    expect(faultsOf({ stars: "2" })).toEqual(["stars: certificate_stars_missing"]);
    expect(faultsOf({ issuerLevel: "district" })).toEqual(["issuerLevel: issuer_district_ended"]);
    expect(faultsOf({ stars: "5" })).toEqual(["issuerLevel: issuer_not_province"]);
    expect(faultsOf({ ocopCode: "8-1-1-2026" })).toEqual(["ocopCode: ocop_code_invalid"]);
    expect(faultsOf({ ocopCode: "08-00001-12-2027" })).toEqual(["ocopCode: ocop_code_invalid"]);
    expect(faultsOf({ productIds: [] })).toEqual(["productIds: certificate_products_missing"]);
    const legacy = { stars: "3", issuerLevel: "district", issuedOn: "2025-06-30" };
    expect(formOf({ ...legacy, ocopCode: "02 – 026 – 00715 – 3 – 2025" })).toMatchObject({
      expiresOn: "2028-06-30",
      ocopCode: "02-026-00715-3-2025",
    });
  });

  test("carries a code whose units fit, and one whose units are gone is never refused", async () => {
    await inTransaction(async (tx) => {
      await tx.insert(formerCommunes).values({
        id: newId("fcm"),
        code: "28780",
        name: "Xã Tân Thạch",
        districtName: "Huyện Châu Thành",
        provinceName: "Tỉnh Bến Tre",
        searchFolded: "",
        communeCode: null,
      });
    });
    const write = (ocopCode: string) =>
      writeCertificate(member, scope, { householdId, form: formOf({ ocopCode }) });
    const refused = { ok: false, code: "ocop_code_place" };
    expect(await write("08-28001-1-2026")).toEqual(refused); // a commune of another province
    expect(await write("83-28780-1-2026")).toEqual(refused); // no province of today
    for (const code of ["83-829-28780-3-2022", "99-999-99999-1-2020", "08-12345-1-2026"]) {
      expect(await write(code)).toEqual(OK);
    }
    expect(await placeOfCode("83-829-28780-3-2022")).toEqual({
      communeName: "Xã Tân Thạch, Huyện Châu Thành, Tỉnh Bến Tre",
      isFormer: true,
    });
    expect(await placeOfCode("08-00001-12-2026")).toEqual({
      communeName: "Xã Lũng Cú, Tỉnh Tuyên Quang",
      isFormer: false,
    });
    expect(await placeOfCode("08-12345-1-2026")).toEqual({ communeName: null, isFormer: false });
    expect(await placeOfCode(null)).toBeNull();
    expect((await reader().select().from(communes)).length).toBe(4);
  });

  test("is confirmed on evidence that proves stars only", () => {
    const faults = (form: Record<string, string>) =>
      certificateDecisionForm
        .safeParse({ seen: "none", ...form })
        .error?.issues.map((issue) => issue.message);
    const yes = { decision: "confirmed" };
    expect(faults(yes)).toEqual(["grade_missing"]);
    expect(faults({ ...yes, grade: "B2" })).toEqual(["grade_low"]);
    expect(faults({ ...yes, grade: "C", reason: "Trang bán hàng" })).toEqual(["grade_low"]);
    expect(faults({ ...yes, grade: "B1" })).toEqual(["grade_where_missing"]);
    expect(faults({ ...yes, grade: "B1", reason: "Báo tỉnh 1/7/2026" })).toBeUndefined();
    expect(faults({ ...yes, grade: "A" })).toBeUndefined();
    expect(faults({ decision: "sent_back" })).toEqual(["reason_missing"]);
  });
});

describe("a certificate", () => {
  test("goes from its household to the officer and back, and its stars show once it is confirmed", async () => {
    const id = await written();
    expect(await entryOf(id)).toMatchObject({ state: "draft", productNames: ["Mật ong bạc hà"] });
    expect(await send(id, [])).toEqual({ ok: false, code: "evidence_missing" });
    expect(await send(id, [new Uint8Array(9)])).toMatchObject({ code: "photo_unreadable" });
    expect(await send(id, [photo, photo, photo, photo, photo])).toMatchObject({
      code: "evidence_files_over",
    });
    expect(fileCount()).toBe(0);
    expect(await send(id, [photo, PDF])).toEqual(OK);
    expect([await countWaitingCertificates(), fileCount()]).toEqual([1, 2]);
    expect(await starsOf("mat-ong")).toBeNull();
    expect(await decide(id, "sent_back")).toEqual(OK);
    expect(await findCertificateNews(householdId)).toEqual({ sentBack: 1, ending: 0, draft: 0 });
    expect(await entryOf(id)).toMatchObject({
      state: "sent_back",
      statusReason: "Ảnh mờ, xin chụp lại",
    });
    const form = formOf({ certificateId: id, decisionNumber: "3982/QĐ-UBND" });
    expect(await writeCertificate(member, scope, { householdId, form })).toEqual(OK);
    // What was sent before goes along.
    expect(await send(id, [])).toEqual(OK);
    expect((await entryOf(id))?.steps[0]?.fileTypes).toEqual(["jpg", "pdf"]);
    expect(await decide(id, "confirmed")).toEqual(OK);
    expect(await entryOf(id)).toMatchObject({ state: "valid", statusReason: null });
    expect((await findProduct("mat-ong", "vi"))?.certificate).toMatchObject({
      stars: 4,
      decisionNumber: "3982/QĐ-UBND",
      issuerName: "UBND tỉnh Tuyên Quang",
      expiresOn: "2029-06-30",
    });
    expect(await starsOf("mat-rung")).toBeNull();
    at("2029-06-29");
    expect(await starsOf("mat-ong")).toBe(4);
    at("2029-06-30");
    expect(await starsOf("mat-ong")).toBeNull();
    expect(await findProduct("mat-ong", "vi")).toMatchObject({ slug: "mat-ong" });
    expect(await entryOf(id)).toMatchObject({ state: "expired", daysLeft: 0 });
    expect((await actions()).filter((one) => one.startsWith("certificate."))).toEqual([
      "certificate.write",
      "certificate.send",
      "certificate.send_back",
      "certificate.write",
      "certificate.send",
      "certificate.confirm",
    ]);
  });

  test("pressed twice is done once", async () => {
    const form = formOf();
    for (let i = 0; i < 2; i += 1) {
      expect(await writeCertificate(member, scope, { householdId, form })).toEqual(OK);
    }
    const id = form.certificateId;
    const formId = newId("csf");
    expect([await send(id, [photo], formId), await send(id, [photo], formId)]).toEqual([OK, OK]);
    const seen = await newestOf(id);
    const yes = { certificateId: id, decision: "confirmed", grade: "A", reason: "", seen } as const;
    expect(await decideCertificate(officer, yes)).toEqual(OK);
    expect(await decideCertificate(officer, yes)).toEqual(OK);
    expect(await reader().select().from(certificateSteps)).toHaveLength(2);
    expect(fileCount()).toBe(1);
  });

  test("is decided about as it was shown, and not changed while it waits or after", async () => {
    const id = await written();
    await send(id);
    const seen = await newestOf(id);
    expect(await withdrawCertificate(member, scope, id)).toEqual(OK);
    expect(await withdrawCertificate(member, scope, id)).toEqual(OK);
    await send(id, [photo, photo]);
    const yes = { certificateId: id, decision: "confirmed", grade: "A", reason: "", seen } as const;
    expect(await decideCertificate(officer, yes)).toEqual({
      ok: false,
      code: "certificate_changed",
    });
    const notNow = { ok: false, code: "certificate_step_not_allowed" };
    const form = formOf({ certificateId: id, stars: "5", issuerLevel: "central" });
    expect(await writeCertificate(member, scope, { householdId, form })).toEqual(notNow);
    expect(await revoke(id)).toEqual(notNow);
    expect(await decide(id, "confirmed")).toEqual(OK);
    expect(await writeCertificate(member, scope, { householdId, form })).toEqual(notNow);
    expect([await send(id), await withdrawCertificate(member, scope, id)]).toEqual([
      notNow,
      notNow,
    ]);
    expect(await decide(id, "sent_back")).toEqual(notNow);
    // Not even by a command that forgets to ask.
    await expect(
      inTransaction(async (tx) => {
        await tx.update(certificates).set({ stars: 5 }).where(eq(certificates.id, id));
      }),
    ).rejects.toThrow();
  });

  test("that has ended meanwhile is neither sent nor confirmed", async () => {
    const id = await written({ issuedOn: "2023-12-01", expiresOn: "2026-12-01" });
    const other = await written({ issuedOn: "2023-12-01", expiresOn: "2026-12-01" });
    await send(id);
    at("2026-12-01");
    const over = { ok: false, code: "certificate_over" };
    expect(await decide(id, "confirmed")).toEqual(over);
    expect(await send(other)).toEqual(over);
    expect(fileCount()).toBe(1);
    expect(await decide(id, "sent_back")).toEqual(OK);
  });

  test("that is revoked shows no stars, and the one before it does again while it is valid", async () => {
    const before = await confirmed({ issuedOn: "2025-08-01", stars: "3" });
    const id = await confirmed({ productIds: [productId, secondId], renewsId: before });
    expect([await starsOf("mat-ong"), await starsOf("mat-rung")]).toEqual([4, 4]);
    expect(await revoke(id, "2026-06-29")).toMatchObject({ code: "revoked_before_issued" });
    expect(await revoke(id)).toEqual(OK);
    expect([await starsOf("mat-ong"), await starsOf("mat-rung")]).toEqual([3, null]);
    expect(await entryOf(id)).toMatchObject({ state: "revoked", revokedOn: TODAY });
    expect(await revoke(id)).toEqual(OK);
    expect((await listCertificates({ filter: "revoked", text: "", page: 1 })).total).toBe(1);
  });

  test("of another household is out of reach, as are its products, files and forms", async () => {
    const id = await written();
    const formId = newId("csf");
    await send(id, [photo], formId);
    const theirs = await insertTestUser({ householdId: strangerId });
    const other: UserActor = { kind: "user", userId: theirs, role: "household_member" };
    const theirProduct = await insertTestProduct({ householdId: strangerId, slug: "cua-la" });
    const write = (change: Record<string, unknown>, of = strangerId) =>
      writeCertificate(other, stranger, { householdId: of, form: formOf(change) });
    expect(await write({ certificateId: id, productIds: [theirProduct] })).toEqual(NOT_FOUND);
    expect(await write({}, householdId)).toEqual(NOT_FOUND);
    expect(await write({})).toEqual({ ok: false, code: "certificate_product_unknown" });
    expect(await write({ productIds: [theirProduct], renewsId: id })).toEqual(NOT_FOUND);
    expect(
      await sendCertificate(other, stranger, { certificateId: id, formId, files: [] }),
    ).toEqual(NOT_FOUND);
    expect(await withdrawCertificate(other, stranger, id)).toEqual(NOT_FOUND);
    expect(await findCertificate(stranger, id)).toBeNull();
    expect(await listOwnCertificates(stranger, householdId)).toEqual([]);
    // A form of one certificate does not send another.
    const second = await written();
    expect(await send(second, [photo], formId)).toEqual(NOT_FOUND);
    expect((await entryOf(id))?.status).toBe("sent");
  });

  test("is one of at most 40 that are not finished", async () => {
    for (let i = 0; i < 40; i += 1) await written();
    const full = { ok: false, code: "certificates_full" };
    const write = (form = formOf()) => writeCertificate(member, scope, { householdId, form });
    expect(await write()).toEqual(full);
    const [first] = await listOwnCertificates(scope, householdId);
    const id = first?.id ?? "";
    expect(await write(formOf({ certificateId: id }))).toEqual(OK);
    await send(id);
    expect(await write()).toEqual(full);
    await decide(id, "confirmed");
    expect(await write()).toEqual(OK);
  });

  test("may be sent by a helper while the household consents, and no longer", async () => {
    const form = formOf();
    const write = () => writeCertificate(helper, scope, { householdId, form });
    await expect(write()).rejects.toThrow();
    await insertTestConsent({
      agentId: helper.userId,
      householdId,
      expiresAt: startOfDate("2026-12-22"),
    });
    expect(await write()).toEqual(OK);
    const sent = { certificateId: form.certificateId, formId: newId("csf"), files: [photo] };
    expect(await sendCertificate(helper, scope, sent)).toEqual(OK);
    const [entry] = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "certificate.send"));
    expect(entry).toMatchObject({ actorId: helper.userId, onBehalfOfId: householdId });
  });

  test("keeps its evidence sealed, and notes each look of an officer", async () => {
    const id = await written();
    await send(id, [photo, PDF]);
    const stepId = (await newestOf(id)) ?? "";
    const looked = await lookAtCertificateEvidence(officer, { stepId, place: 2 });
    expect(looked).toMatchObject({ ok: true, value: { type: "pdf" } });
    for (const place of [0, 3, Number.NaN, -1, 1.5]) {
      expect(await findEvidence(stepId, place)).toBeNull();
    }
    const found = await findEvidence(stepId, 1);
    if (!found) throw new Error("no evidence");
    const content = await readEvidence(found.file);
    expect(Buffer.from(content ?? []).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(await actions()).toContain("certificate.look");
  });

  test("is found on the department's desk without accents, and the oldest waits first", async () => {
    const first = await written({ decisionNumber: "77/QĐ-UBND" });
    const second = await written({ productIds: [secondId] });
    await send(second);
    await send(first);
    const waiting = await listCertificates({ filter: "waiting", text: "", page: 9 });
    expect(waiting.certificates.map((one) => one.id)).toEqual([second, first]);
    const found = async (text: string) =>
      (await listCertificates({ filter: "waiting", text, page: 1 })).certificates.map(
        (one) => one.id,
      );
    expect(await found("mat ong rung")).toEqual([second]);
    expect(await found("77 qd ubnd")).toEqual([first]);
    expect(await found("LŨNG CÚ")).toEqual([second, first]);
    expect(await found("khong co")).toEqual([]);
  });

  test("of the day on which a lot was made stays on the lot's page when another follows", async () => {
    at("2026-01-15");
    await confirmed({ issuedOn: "2025-08-01", stars: "3", ocopCode: "" }, "2026-01-15");
    const lotId = await insertTestLot({ productId, onHandCount: 3 });
    at(TODAY);
    const next = await confirmed();
    expect(await starsOf("mat-ong")).toBe(4);
    const lot = async () => (await findLot(`L-${lotId}`, "vi"))?.certificate;
    expect(await lot()).toMatchObject({ stars: 3, isValidNow: true });
    await revoke(next);
    expect(await lot()).toMatchObject({ stars: 3, isValidNow: true, revokedOn: null });
  });
});

describe("warnings", () => {
  const DAYS = [180, 90, 30] as const;
  const warned = async () =>
    (await heard()).flatMap((kind) => DAYS.filter((days) => kind === `ends_${days}`));

  test("come at 180, 90 and 30 days, once each, then the end is told", async () => {
    const id = await confirmed();
    expect(await heard()).toEqual(["confirmed"]);
    const end = "2029-06-30";
    for (const days of DAYS) {
      at(addDays(end, -days - 1), 20);
      expect(await heard()).toEqual([]);
      at(addDays(end, -days), 8);
      expect(await warned()).toEqual([days]);
      at(addDays(end, -days + 1), 8);
      expect(await heard()).toEqual([]);
    }
    expect(await countEndingCertificates()).toBe(1);
    at(end, 8);
    expect(await heard()).toEqual(["ended"]);
    expect(await countEndingCertificates()).toBe(0);
    expect((await entryOf(id))?.state).toBe("expired");
  });

  test("that are passed when it is confirmed give way to the one that is due", async () => {
    await confirmed({ issuedOn: "2024-01-21", expiresOn: addDays(TODAY, 60) });
    expect(await warned()).toEqual([90]);
    at(addDays(TODAY, 30), 8);
    expect(await warned()).toEqual([30]);
  });

  test("are none of one that is revoked, or followed by one that waits or is confirmed", async () => {
    const end = "2026-12-22";
    const ending = { issuedOn: "2023-12-22", expiresOn: end, stars: "4" };
    const [renewed, revoked] = [
      await confirmed(ending),
      await confirmed({ ...ending, productIds: [secondId] }),
    ];
    await heard();
    at(addDays(end, -30), 7);
    expect(await countEndingCertificates()).toBe(2);
    await revoke(revoked, addDays(end, -30));
    const next = await written({ renewsId: renewed }, addDays(end, -30));
    expect((await loadRenewed(reader(), [renewed])).has(renewed)).toBe(false);
    await send(next);
    expect(await countEndingCertificates()).toBe(0);
    expect(await heard()).toEqual(["revoked"]);
    await decide(next, "sent_back");
    expect(await countEndingCertificates()).toBe(1);
    await send(next);
    await decide(next, "confirmed");
    await heard();
    at(end, 8);
    expect(await heard()).toEqual([]);
    expect(await starsOf("mat-ong")).toBe(4);
    const [product] = await reader().select().from(products).where(eq(products.id, productId));
    expect(product?.certificateId).toBe(next);
  });

  test("are never told twice, whatever day it is confirmed and however seldom anybody looks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 400 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
        async (left, steps) => {
          at(TODAY);
          const end = addDays(TODAY, left);
          const issuedOn = addDays(end, -1_090);
          const issuer = { stars: "4", issuerLevel: "province" };
          const ofThisRound = await insertTestProduct({ householdId });
          await confirmed({ ...issuer, issuedOn, expiresOn: end, productIds: [ofThisRound] });
          const told = await warned();
          const passed = DAYS.filter((days) => left <= days);
          // The one that is due, or none before the first.
          expect(told).toEqual(passed.slice(-1));
          let day = 0;
          for (const step of steps) {
            day += step;
            at(addDays(TODAY, day), 12);
            told.push(...(await warned()));
          }
          expect(new Set(told).size).toBe(told.length);
          expect(told).toEqual(told.toSorted((a, b) => b - a));
          const seen = await reader().select().from(notices);
          expect(seen.filter(({ status }) => status === "undeliverable")).toEqual([]);
          // The next round begins without it.
          await inTransaction(async (tx) => {
            await tx.delete(notices);
          });
        },
      ),
      { numRuns: 12 },
    );
  });
});
