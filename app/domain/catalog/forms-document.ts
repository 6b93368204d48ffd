import { z } from "zod";
import { decisionReason } from "~/domain/households/forms";
import type { LocalDate } from "~/platform/period";
import { madeWithForm, typedLine } from "~/platform/typed-text";
import { DOCUMENT_KINDS } from "./document-kinds";
import { typedDay } from "./forms";

/** For this lot, or for every lot of its product that was made while it was valid. */
export const DOCUMENT_COVERS = ["lot", "product"] as const;

/** The facts of a paper; `documentId` was made with the form, so that the form sent twice states one. */
export function documentFormOn(today: LocalDate) {
  return z
    .object({
      documentId: madeWithForm("doc"),
      kind: z.enum(DOCUMENT_KINDS, { error: "document_kind_missing" }),
      number: typedLine({
        missing: "document_number_missing",
        long: "document_number_long",
        max: 60,
      }),
      issuer: typedLine({
        missing: "document_issuer_missing",
        long: "document_issuer_long",
        max: 120,
      }),
      issuedOn: typedDay("document_issued_missing"),
      expiresOn: typedDay("date_invalid").optional(),
      covers: z.enum(DOCUMENT_COVERS, { error: "document_covers_missing" }),
    })
    .superRefine(({ issuedOn, expiresOn }, context) => {
      const say = (field: "issuedOn" | "expiresOn", message: string) =>
        context.addIssue({ code: "custom", message, path: [field] });
      if (issuedOn > today) say("issuedOn", "date_in_future");
      if (expiresOn !== undefined && expiresOn <= issuedOn) {
        say("expiresOn", "document_expires_before_issued");
      }
    });
}
export type DocumentForm = z.output<ReturnType<typeof documentFormOn>>;

/** What an officer found of a document. */
export const documentDecisionForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("check") }),
    z.object({ decision: z.literal("refuse"), reason: decisionReason }),
  ],
  { error: "decision_missing" },
);
