import { REGISTRATION_WORDS } from "~/domain/households/registration-words";
import type { Failure } from "~/platform/result";
import type { Translate } from "~/web/i18n";

const NAMES = [...REGISTRATION_WORDS, "consent"] as const;

/** The same failure with the fields of a sheet that it names in its reader's words. */
export function namingFields<Code extends string>(
  t: Translate,
  failure: Failure<Code>,
): Failure<Code> {
  const { fields } = failure.detail ?? {};
  if (fields === undefined) return failure;
  const named = String(fields).split(",");
  const words = NAMES.filter((one) => named.includes(one)).map((one) =>
    t(`helpers.sheetField_${one}`),
  );
  return { ...failure, detail: { ...failure.detail, fields: words.join(", ") } };
}
