import { sql } from "drizzle-orm";
import {
  CERTIFIED_STARS,
  ISSUER_LEVELS,
  type CertifiedStars,
  type IssuerLevel,
} from "../../app/domain/certificates/certificate-levels";
import {
  CERTIFICATE_STATUSES,
  CERTIFICATE_STEPS,
  type CertificateStatus,
  type CertificateStep,
} from "../../app/domain/certificates/certificate-status";
import { EVIDENCE_GRADES, type EvidenceGrade } from "../../app/domain/certificates/evidence-grades";
import type { EvidenceFile } from "../../app/domain/certificates/evidence-path";
import {
  REVOCATION_GROUNDS,
  type RevocationGround,
} from "../../app/domain/certificates/revocation-grounds";
import { count, flag, id, instant, integerCheck, json, localDate, oneOf, text } from "../columns";
import { check, index, table, type AnyColumn } from "../dialect";
import { households } from "./households";

/**
 * An OCOP recognition as its household states it; it shows stars once it is confirmed. The stars shown are computed
 * from `expires_on` at the moment of showing.
 */
export const certificates = table(
  "certificates",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    stars: count("stars").$type<CertifiedStars>().notNull(),
    decisionNumber: text("decision_number").notNull(),
    issuerLevel: text("issuer_level").$type<IssuerLevel>().notNull(),
    issuerName: text("issuer_name").notNull(),
    issuedOn: localDate("issued_on").notNull(), // the day of the decision
    expiresOn: localDate("expires_on").notNull(),
    ocopCode: text("ocop_code"), // null: its paper names none
    renewsId: text("renews_id").references((): AnyColumn => certificates.id), // the one that it follows
    status: text("status").$type<CertificateStatus>().notNull(),
    statusReason: text("status_reason"), // why it was sent back or revoked
    revokedOn: localDate("revoked_on"),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"), // by its household, while it was not sent: its evidence is erased then
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("certificates_household").on(t.householdId),
    index("certificates_status").on(t.status, t.expiresOn),
    index("certificates_renews").on(t.renewsId),
    oneOf("certificates_issuer_level", t.issuerLevel, ISSUER_LEVELS),
    oneOf("certificates_status_word", t.status, CERTIFICATE_STATUSES),
    integerCheck("certificates_stars", t.stars, Math.min(...CERTIFIED_STARS)),
    check("certificates_dates", sql`${t.expiresOn} > ${t.issuedOn}`),
    check("certificates_revoked", sql`(${t.status} = 'revoked') = (${t.revokedOn} is not null)`),
  ],
);

/** What was done about a certificate, by whom, when and why. Append-only (triggers). */
export const certificateSteps = table(
  "certificate_steps",
  {
    id: id(),
    certificateId: text("certificate_id")
      .notNull()
      .references(() => certificates.id),
    step: text("step").$type<CertificateStep>().notNull(),
    formId: text("form_id").unique(), // of the form that sent it: sent twice it is one step
    reason: text("reason"),
    grade: text("grade").$type<EvidenceGrade>(), // how good the evidence was that it was confirmed on
    ground: text("ground").$type<RevocationGround>(),
    files: json<EvidenceFile[]>("files").notNull().default([]),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("certificate_steps_certificate").on(t.certificateId),
    oneOf("certificate_steps_word", t.step, CERTIFICATE_STEPS),
    oneOf("certificate_steps_grade_word", t.grade, EVIDENCE_GRADES),
    oneOf("certificate_steps_ground_word", t.ground, REVOCATION_GROUNDS),
    check("certificate_steps_grade", sql`(${t.step} = 'confirmed') = (${t.grade} is not null)`),
    check("certificate_steps_ground", sql`(${t.step} = 'revoked') = (${t.ground} is not null)`),
    check(
      "certificate_steps_reason",
      sql`${t.step} not in ('sent_back', 'revoked') or ${t.reason} is not null`,
    ),
  ],
);
