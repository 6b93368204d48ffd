import { z } from "zod";

const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
// Format and control characters and letters that show nothing (U+3164), but not tab, line feed and the like.
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Text as it is kept: NFC, nothing invisible or that turns the writing direction, one space between words, no line break. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replaceAll(/\s+/gu, " ");
}

/** The same for long texts: line breaks stay as `\n`, at most one empty line in a row. */
export function cleanText(typed: string): string {
  return typed
    .replaceAll(LINE_BREAKS, "\n")
    .replaceAll(INVISIBLE, "")
    .normalize("NFC")
    .replaceAll(/[^\S\n]+/gu, " ")
    .replaceAll(/ ?\n ?/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

/** Error codes and the longest text (UTF-16 units, after cleaning) that a field takes. */
type TextLimits = { missing: string; long: string; max: number };
type LeastLimits = { short: string; min: number };

/** A field of one line that must say something: cleaned, with a letter or a digit (`words_missing`). */
export function typedLine(limits: TextLimits & Partial<LeastLimits>) {
  return required(cleanLine, limits);
}

/** A field of several lines that must say something. */
export function typedText(limits: TextLimits & Partial<LeastLimits>) {
  return required(cleanText, limits);
}

/** A field of one line that may stay empty: the value is `""` then. */
export function optionalLine(limits: Pick<TextLimits, "long" | "max">) {
  return optional(cleanLine, limits);
}

/** A field of several lines that may stay empty: the value is `""` then. */
export function optionalText(limits: Pick<TextLimits, "long" | "max">) {
  return optional(cleanText, limits);
}

// One step and no pipe: form libraries take a text that has become empty in between for a field that is missing.
function required(clean: (typed: string) => string, limits: TextLimits & Partial<LeastLimits>) {
  return z.string({ error: limits.missing }).transform((typed, context) => {
    const text = clean(typed);
    const code = problemOf(text, limits);
    if (code === null) return text;
    context.addIssue({ code: "custom", message: code });
    return z.NEVER;
  });
}

function problemOf(text: string, limits: TextLimits & Partial<LeastLimits>): string | null {
  if (text === "") return limits.missing;
  if (!LETTER_OR_DIGIT.test(text)) return "words_missing";
  if (limits.short !== undefined && text.length < (limits.min ?? 0)) return limits.short;
  return text.length > limits.max ? limits.long : null;
}

function optional(clean: (typed: string) => string, limits: Pick<TextLimits, "long" | "max">) {
  return z
    .string()
    .default("")
    .transform((typed, context) => {
      const text = clean(typed);
      if (text.length <= limits.max) return text;
      context.addIssue({ code: "custom", message: limits.long });
      return z.NEVER;
    });
}

/** An id that a page made with its form: the same form sent twice does its work once. */
export function madeWithForm(prefix: string) {
  return z
    .string({ error: "form_outdated" })
    .regex(new RegExp(`^${prefix}_[0-9a-f]{32}$`), { error: "form_outdated" });
}

/** What a page made for one submission: 32 hex digits, hard to guess, so that the answer to it may be given again. */
export const submissionKey = z
  .string({ error: "form_outdated" })
  .regex(/^[0-9a-f]{32}$/, { error: "form_outdated" });
