import { z } from "zod";
import { typedText } from "~/platform/typed-text";

const text = typedText({
  missing: "terms_text_missing",
  short: "terms_text_missing",
  min: 100,
  long: "terms_text_long",
  max: 15_000,
});
const change = typedText({
  missing: "terms_change_missing",
  long: "terms_change_long",
  max: 300,
});

const number = z.string({ error: "form_outdated" }).regex(/^[1-9]\d{0,3}$/, {
  error: "form_outdated",
});

/** A new version; `number` is the one that the form was opened for, so that sent twice it is published once. */
export const termsForm = z.object({
  number: number.transform(Number),
  textVi: text,
  textEn: text,
  changeVi: change,
  changeEn: change,
  effectiveOn: z.iso.date({ error: "terms_day_missing" }),
});
export type TermsForm = z.output<typeof termsForm>;

/** A household's yes to the version that it read. */
export const acceptanceForm = z.object({ number: number.transform(Number) });
