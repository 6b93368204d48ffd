import { z } from "zod";
import { decisionReason } from "~/domain/households/forms";
import type { LocalDate } from "~/platform/period";
import { madeWithForm, typedLine } from "~/platform/typed-text";
import { LICENCE_KINDS, LOT_DOCUMENT_KINDS } from "./document-kinds";
import { typedDay } from "./forms";

/** For this lot, or for every lot of its product that was made while it was valid. */
export const DOCUMENT_COVERS = ["lot", "product"] as const;

/** `documentId` was made with the form, so that the form sent twice states one. */
const paper = {
  documentId: madeWithForm("doc"),
  number: typedLine({ missing: "document_number_missing", long: "document_number_long", max: 60 }),
  issuer: typedLine({ missing: "document_issuer_missing", long: "document_issuer_long", max: 120 }),
  issuedOn: typedDay("document_issued_missing"),
};

/** The facts of a paper of a lot or a product. */
export function documentFormOn(today: LocalDate) {
  return z
    .object({
      ...paper,
      kind: z.enum(LOT_DOCUMENT_KINDS, { error: "document_kind_missing" }),
      expiresOn: typedDay("date_invalid").optional(),
      covers: z.enum(DOCUMENT_COVERS, { error: "document_covers_missing" }),
    })
    .superRefine((typed, context) => checkDays(typed, context, today));
}
export type DocumentForm = z.output<ReturnType<typeof documentFormOn>>;

/** The facts of a licence to sell alcohol: it always runs out, and one that has is no use to anybody. */
export function licenceFormOn(today: LocalDate) {
  return z
    .object({
      ...paper,
      kind: z.enum(LICENCE_KINDS, { error: "licence_kind_missing" }),
      expiresOn: typedDay("licence_expires_missing"),
    })
    .superRefine((typed, context) => {
      checkDays(typed, context, today);
      if (typed.expiresOn > typed.issuedOn && typed.expiresOn <= today) {
        context.addIssue({ code: "custom", message: "licence_expired", path: ["expiresOn"] });
      }
    });
}
export type LicenceForm = z.output<ReturnType<typeof licenceFormOn>>;

type Days = { issuedOn: LocalDate; expiresOn?: LocalDate | undefined };

function checkDays({ issuedOn, expiresOn }: Days, context: z.RefinementCtx, today: LocalDate) {
  const say = (field: keyof Days, message: string) =>
    context.addIssue({ code: "custom", message, path: [field] });
  if (issuedOn > today) say("issuedOn", "date_in_future");
  if (expiresOn !== undefined && expiresOn <= issuedOn) {
    say("expiresOn", "document_expires_before_issued");
  }
}

/** What an officer found of a document. */
export const documentDecisionForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("check") }),
    z.object({ decision: z.literal("refuse"), reason: decisionReason }),
  ],
  { error: "decision_missing" },
);
