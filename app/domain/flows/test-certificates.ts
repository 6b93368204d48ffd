import sharp from "sharp";
import { expect } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { findProduct } from "~/domain/catalog/queries-product.server";
import { certificateFormOn } from "~/domain/certificates/forms";
import { findCertificate } from "~/domain/certificates/queries.server";
import type { Scope } from "~/domain/identity/scope";
import { ALL_ROWS } from "~/domain/identity/scope";
import { setClock } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { HOUR_MS, startOfDate, type LocalDate } from "~/platform/period";
import { decideCertificate } from "./decide-certificate.server";
import { revokeCertificate } from "./revoke-certificate.server";
import { sendCertificate } from "./send-certificate.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
} from "./test-shop";
import { writeCertificate } from "./write-certificate.server";

export const TODAY = "2026-11-22";
export const OK = { ok: true, value: null };

/** The clock goes on a second a reading from then. */
export function at(date: LocalDate, hour = 10): void {
  let clock = startOfDate(date) + hour * HOUR_MS;
  setClock(() => (clock += 1_000));
}

export const starsOf = async (slug: string) =>
  (await findProduct(slug, "vi"))?.certificate?.stars ?? null;
export const entryOf = async (id: string) => findCertificate(ALL_ROWS, id);
export const newestOf = async (id: string) => (await entryOf(id))?.steps[0]?.id ?? null;

export type TestCertificates = Awaited<ReturnType<typeof insertTestCertificates>>;

/** A household with two products, another one, an officer, a member and a helper, and what they do with certificates. */
export async function insertTestCertificates() {
  await insertTestShop();
  const householdId = await insertTestHousehold({ slug: "ho-toi" });
  const strangerId = await insertTestHousehold({ slug: "ho-la" });
  const productId = await insertTestProduct({ householdId, slug: "mat-ong" });
  const secondId = await insertTestProduct({ householdId, slug: "mat-rung", name: "Mật ong rừng" });
  const scope: Scope = { kind: "households", householdIds: [householdId] };
  const stranger: Scope = { kind: "households", householdIds: [strangerId] };
  const actor = (userId: string, role: string): UserActor => ({ kind: "user", userId, role });
  const officer = actor(await insertTestUser({ role: "department_officer" }), "department_officer");
  const member = actor(await insertTestUser({ householdId }), "household_member");
  const agent = actor(await insertTestUser({ role: "agent" }), "agent");
  const helper: UserActor = { ...agent, onBehalfOfId: householdId };
  const grey = { width: 600, height: 400, channels: 3 as const, background: "#888888" };
  const photo: Uint8Array = await sharp({ create: grey }).jpeg().toBuffer();

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
  const formOf = (change: Record<string, unknown> = {}, today = TODAY) => {
    const read = typed(change, today);
    if (!read.success) throw new Error(JSON.stringify(read.error.issues));
    return read.data;
  };
  const written = async (change: Record<string, unknown> = {}, today = TODAY): Promise<string> => {
    const form = formOf(change, today);
    expect(await writeCertificate(member, scope, { householdId, form })).toEqual(OK);
    return form.certificateId;
  };
  const send = (certificateId: string, files = [photo], formId: string = newId("csf")) =>
    sendCertificate(member, scope, { certificateId, formId, files: files.map(sentWhole) });
  const decide = async (
    certificateId: string,
    decision: "confirmed" | "sent_back",
    reason = decision === "sent_back" ? "Ảnh mờ, xin chụp lại" : "",
  ) => {
    const seen = await newestOf(certificateId);
    const grade = decision === "confirmed" ? ("A" as const) : undefined;
    return decideCertificate(officer, { certificateId, decision, grade, reason, seen });
  };
  const confirmed = async (change: Record<string, unknown> = {}, today = TODAY) => {
    const id = await written(change, today);
    expect(await send(id)).toEqual(OK);
    expect(await decide(id, "confirmed")).toEqual(OK);
    return id;
  };
  const revoke = async (certificateId: string, revokedOn = TODAY) =>
    revokeCertificate(officer, {
      certificateId,
      ground: "false_dossier",
      revokedOn,
      reason: "QĐ 12/QĐ-UBND: hồ sơ không đúng",
      seen: await newestOf(certificateId),
    });
  const people = { householdId, strangerId, scope, stranger, officer, member, helper };
  const acts = { typed, formOf, written, send, decide, confirmed, revoke };
  return { ...people, ...acts, productId, secondId, photo };
}
