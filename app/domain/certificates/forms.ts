import { z } from "zod";
import { MAX_REASON_LENGTH } from "~/domain/households/forms";
import type { LocalDate } from "~/platform/period";
import { cleanText, madeWithForm, typedLine, typedText } from "~/platform/typed-text";
import { CERTIFIED_STARS, ISSUER_LEVELS } from "./certificate-levels";
import { EVIDENCE_GRADES, isProving } from "./evidence-grades";
import { issuerFaultOf } from "./issuer-rule";
import { readOcopCode } from "./ocop-code";
import { REVOCATION_GROUNDS } from "./revocation-grounds";
import { isTooLong, usualEnd } from "./validity";

/** One certificate is for no more. */
const CERTIFIED_PRODUCTS_MAX = 40;

const stars = CERTIFIED_STARS.map(String) as [string, ...string[]];
// Aborts: the rules between days read none that is not a day.
const day = (error: string) => z.iso.date({ error, abort: true });

/** What a household states of its certificate; `certificateId` was made with the form or is the one that is mended. */
export function certificateFormOn(today: LocalDate) {
  const thisYear = Number(today.slice(0, 4));
  return z
    .object({
      certificateId: madeWithForm("cer"),
      renewsId: madeWithForm("cer").optional(),
      stars: z
        .enum(stars, { error: "certificate_stars_missing" })
        .transform((text) => CERTIFIED_STARS.find((one) => String(one) === text) ?? 3),
      decisionNumber: typedLine({
        missing: "decision_number_missing",
        long: "decision_number_long",
        max: 80,
      }),
      issuedOn: day("decision_day_missing"),
      expiresOn: day("date_invalid").optional(),
      issuerLevel: z.enum(ISSUER_LEVELS, { error: "issuer_level_missing" }),
      issuerName: typedLine({
        missing: "document_issuer_missing",
        long: "document_issuer_long",
        max: 120,
      }),
      ocopCode: z
        .string()
        .optional()
        .transform((typed, context) => {
          if (typed === undefined || typed.trim() === "") return null;
          const code = readOcopCode(typed, thisYear);
          if (code !== null) return code.text;
          context.addIssue({ code: "custom", message: "ocop_code_invalid" });
          return z.NEVER;
        }),
      productIds: z
        .array(z.string().max(40), { error: "certificate_products_missing" })
        .min(1, { error: "certificate_products_missing" })
        .max(CERTIFIED_PRODUCTS_MAX, { error: "certificate_products_over" }),
    })
    .superRefine((typed, context) => {
      const say = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      const { issuedOn, issuerLevel: level } = typed;
      const fault = issuerFaultOf({ stars: typed.stars, level, decidedOn: issuedOn });
      if (issuedOn > today) say("issuedOn", "date_in_future");
      else if (fault !== null) say("issuerLevel", fault);
      const end = typed.expiresOn ?? usualEnd(issuedOn);
      const where = typed.expiresOn === undefined ? "issuedOn" : "expiresOn";
      if (end <= issuedOn) say(where, "document_expires_before_issued");
      else if (end <= today) say(where, "certificate_over");
      else if (isTooLong(issuedOn, end)) say(where, "certificate_too_long");
    })
    .transform((typed) => ({
      ...typed,
      renewsId: typed.renewsId ?? null,
      expiresOn: typed.expiresOn ?? usualEnd(typed.issuedOn),
      productIds: [...new Set(typed.productIds)],
    }));
}
export type CertificateForm = z.output<ReturnType<typeof certificateFormOn>>;

export const evidenceForm = z.object({ formId: madeWithForm("csf") });

/** The newest step that an officer was shown; null where there was none. */
const seen = z
  .union([z.literal("none").transform(() => null), z.string().regex(/^cst_[0-9a-f]{32}$/)])
  .catch(null);

const REASON_MIN = 5;

/** What an officer decides about a certificate that waits; stars are confirmed on evidence that proves them only. */
export const certificateDecisionForm = z
  .object({
    decision: z.enum(["confirmed", "sent_back"], { error: "decision_missing" }),
    grade: z.enum(EVIDENCE_GRADES, { error: "grade_missing" }).optional(),
    reason: z.string().default("").transform(cleanText),
    seen,
  })
  .superRefine(({ decision, grade, reason }, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (decision === "confirmed") {
      if (grade === undefined) say("grade", "grade_missing");
      else if (!isProving(grade)) say("grade", "grade_low");
      else if (grade === "B1" && reason === "") say("reason", "grade_where_missing");
    } else if (reason === "") say("reason", "reason_missing");
    if (reason.length > MAX_REASON_LENGTH) say("reason", "reason_long");
    else if (reason !== "" && reason.length < REASON_MIN) say("reason", "reason_short");
  });
export type CertificateDecisionForm = z.output<typeof certificateDecisionForm>;

/** That whoever issued it took it back, by which ground and from which day on. */
export function revocationFormOn(today: LocalDate) {
  return z.object({
    ground: z.enum(REVOCATION_GROUNDS, { error: "ground_missing" }),
    revokedOn: day("revoked_on_missing").refine((typed) => typed <= today, {
      error: "date_in_future",
    }),
    reason: typedText({
      missing: "revocation_reason_missing",
      short: "reason_short",
      min: REASON_MIN,
      long: "reason_long",
      max: MAX_REASON_LENGTH,
    }),
    seen,
  });
}
export type RevocationForm = z.output<ReturnType<typeof revocationFormOn>>;
