import { z } from "zod";
import { present } from "~/platform/invariant";
import type { LocalDate } from "~/platform/period";
import { fileHash } from "~/platform/part-limits";
import { madeWithForm } from "~/platform/typed-text";
import { consentFormOn, type ConsentForm } from "./forms-delegation";
import { helpedRegistrationForm, type HelpedRegistrationForm } from "./forms-registration";

/** A household's sheet of paper as an agent typed it where there was no line. */
export type TypedSheet = {
  /** Of the consent that it is a sheet of, where it is signed for one; names the whole. */
  id: string;
  /** As typed, by the names of both forms; what was left empty is not there. */
  fields: Readonly<Record<string, string>>;
  powers: readonly string[];
  /** There is a photo of it. */
  hasPhoto: boolean;
};

/** How a sheet answers whether the agent may work for the household: it is signed for that, or it will be asked later. */
export const SHEET_ANSWERS = ["sheet", "later"] as const;

export type ReadSheet = {
  household: HelpedRegistrationForm;
  /** null: it will be asked later. */
  consent: (ConsentForm & { signedOn: LocalDate }) | null;
};
export type SheetProblem = { field: string; code: string };

const answerForm = z.object({
  way: z.enum(SHEET_ANSWERS, { error: "sheet_answer_missing" }),
});

/** Reads it by the rules of the two forms that ask the same with a line, or says all that is wrong with it. */
export function readSheet(
  { id, fields, powers, hasPhoto }: TypedSheet,
  today: LocalDate,
): { read: ReadSheet } | { problems: SheetProblem[] } {
  const household = helpedRegistrationForm.safeParse(fields);
  const answer = answerForm.safeParse(fields);
  const isSigned = answer.data?.way === "sheet";
  const told = { ...fields, delegationId: id, powers: powers.length === 0 ? undefined : powers };
  const consent = isSigned ? consentFormOn(today).safeParse(told) : null;
  const problems = [household, answer, consent].flatMap((one) =>
    one?.error ? one.error.issues.map(problemOf) : [],
  );
  if (isSigned && !hasPhoto) {
    const day = problems.findIndex(({ field }) => field === "signedOn");
    const missing = { field: "sheet", code: "sheet_missing" };
    problems.splice(day < 0 ? problems.length : day, 0, missing);
  }
  if (!household.success || problems.length > 0) return { problems };
  const asked = consent?.data;
  const signed = asked && { ...asked, signedOn: present(asked.signedOn, "a sheet's day") };
  return { read: { household: household.data, consent: signed ?? null } };
}

function problemOf({ path, message }: z.core.$ZodIssue): SheetProblem {
  return { field: String(path[0] ?? ""), code: message };
}

/** What a phone sends of it (JSON, made by our own page). */
export const keptSheetForm = z.object({
  id: madeWithForm("dlg"),
  agentId: z.string().max(60),
  fields: z.record(z.string().max(40), z.string().max(4_000)),
  powers: z.array(z.string().max(40)).max(10),
  /** SHA-256 of the sheet's photo, which went before in parts. */
  sheetHash: fileHash.nullable(),
});
export type KeptSheetForm = z.output<typeof keptSheetForm>;
