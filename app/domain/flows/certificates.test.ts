import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { certificates, certificateSteps } from "~db/schema/certificates";
import type { UserActor } from "~/domain/audit/actor";
import { findLot } from "~/domain/catalog/queries-lot.server";
import { findProduct } from "~/domain/catalog/queries-product.server";
import {
  countWaitingCertificates,
  listCertificates,
} from "~/domain/certificates/queries-desk.server";
import { findEvidence } from "~/domain/certificates/queries-steps.server";
import {
  findCertificate,
  findCertificateNews,
  listOwnCertificates,
} from "~/domain/certificates/queries.server";
import { readEvidence } from "~/domain/certificates/read-evidence.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { decideCertificate } from "./decide-certificate.server";
import { lookAtSentEvidence } from "./look-at-sent-evidence.server";
import { sendCertificate } from "./send-certificate.server";
import { insertTestConsent } from "./test-consent";
import { insertTestLot, insertTestProduct, insertTestUser } from "./test-shop";
import { withdrawCertificate } from "./withdraw-certificate.server";
import { writeCertificate } from "./write-certificate.server";
import {
  at,
  entryOf,
  insertTestCertificates,
  newestOf,
  OK,
  starsOf,
  TODAY,
  type TestCertificates,
} from "./test-certificates";

let close: () => void;
let desk: TestCertificates;

beforeEach(async () => {
  close = openTestDatabase();
  at(TODAY);
  desk = await insertTestCertificates();
});
afterEach(() => {
  setClock();
  close();
});

const PDF = new TextEncoder().encode("%PDF-1.7\n%%EOF");
const NOT_FOUND = { ok: false, code: "certificate_not_found" };
const fileCount = () => {
  const folder = join(settings().DATA_DIR, "private", "certificates");
  return existsSync(folder) ? readdirSync(folder).length : 0;
};
const actions = async () =>
  (await reader().select().from(auditEntries)).map((entry) => entry.action);

describe("a certificate", () => {
  test("goes from its household to the officer and back, and its stars show once it is confirmed", async () => {
    const { householdId, scope, member, photo, formOf, written, send, decide } = desk;
    const id = await written();
    expect(await entryOf(id)).toMatchObject({ state: "draft", productNames: ["Mật ong bạc hà"] });
    expect(await send(id, [])).toEqual({ ok: false, code: "evidence_missing" });
    expect(await send(id, [new Uint8Array(9)])).toMatchObject({ code: "evidence_unreadable" });
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
      ocopCode: "08-00001-12-2026",
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
    const { householdId, scope, officer, member, photo, formOf, send } = desk;
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
    const { householdId, scope, officer, member, photo, formOf, written, send, decide, revoke } =
      desk;
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
    const { written, send, decide } = desk;
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
    const { productId, secondId, confirmed, revoke } = desk;
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
    const { householdId, strangerId, stranger, photo, formOf, written, send } = desk;
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
    const { householdId, scope, member, formOf, written, send, decide } = desk;
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
    const { householdId, scope, helper, photo, formOf } = desk;
    const form = formOf();
    const write = () => writeCertificate(helper, scope, { householdId, form });
    await expect(write()).rejects.toThrow();
    await insertTestConsent({
      agentId: helper.userId,
      householdId,
      expiresAt: startOfDate("2026-12-22"),
    });
    expect(await write()).toEqual(OK);
    const sent = {
      certificateId: form.certificateId,
      formId: newId("csf"),
      files: [sentWhole(photo)],
    };
    expect(await sendCertificate(helper, scope, sent)).toEqual(OK);
    const [entry] = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "certificate.send"));
    expect(entry).toMatchObject({ actorId: helper.userId, onBehalfOfId: householdId });
  });

  test("keeps its evidence sealed, and notes each look of an officer", async () => {
    const { officer, photo, written, send } = desk;
    const id = await written();
    await send(id, [photo, PDF]);
    const stepId = (await newestOf(id)) ?? "";
    const looked = await lookAtSentEvidence(officer, { of: "certificate", stepId, place: 2 });
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
    const { secondId, written, send } = desk;
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
    const { productId, confirmed, revoke } = desk;
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
