import type { SubmissionResult } from "@conform-to/react";
import type { RenamedCommune } from "~/domain/places/types";
import type { MutationReply } from "./mutation-reply";

/** The field for a name from before July 2025, beside the list of today's communes. */
const OLD_COMMUNE_FIELD = "oldCommune";
const COMMUNE_FIELD = "communeCode";
type FaultsByField = SubmissionResult["error"];

/**
 * The reply to a form in which no commune was chosen but an old name typed: instead of "please choose", what it is called
 * now, chosen already where it can only be one.
 * @param find the communes that had a name
 */
export async function withRenamedCommune(
  { reply, form }: { reply: MutationReply; form: FormData },
  find: (name: string) => Promise<RenamedCommune[]>,
): Promise<MutationReply> {
  const typed = form.get(OLD_COMMUNE_FIELD);
  const { submission } = reply;
  if (!submission || typeof typed !== "string" || typed.trim() === "") return reply;
  if (form.get(COMMUNE_FIELD)) return reply;
  const found = await find(typed);
  const [first] = found;
  if (first === undefined) {
    const error = tellInstead(submission.error, OLD_COMMUNE_FIELD, "old_commune_unknown");
    return { ...reply, submission: { ...submission, error } };
  }
  const isOne = found.every(({ code }) => code === first.code);
  const { formerName: old, name: now } = first;
  const one = old === now ? told("commune_chosen", { now }) : told("commune_renamed", { old, now });
  const code = isOne ? one : told("commune_name_shared", { names: namesOf(found) });
  return {
    ...reply,
    submission: {
      ...submission,
      initialValue: { ...submission.initialValue, communeCode: isOne ? first.code : "" },
      error: tellInstead(submission.error, COMMUNE_FIELD, code),
    },
  };
}

/** What is told of the commune, in the place of "please choose": errors stand in the order of the page. */
function tellInstead(error: FaultsByField, field: string, code: string): FaultsByField {
  const { [COMMUNE_FIELD]: missing = null, ...rest } = error ?? {};
  if (missing === null) return { ...rest, [field]: [code] };
  return Object.fromEntries(
    Object.entries(error ?? {}).map(([name, codes]) =>
      name === COMMUNE_FIELD ? [field, [code]] : [name, codes],
    ),
  );
}

function told(code: string, figures: Record<string, string>): string {
  return `${code}?${new URLSearchParams(figures)}`;
}

/** `Xã Minh Tân (Huyện Vị Xuyên) → Xã Minh Tân; ...` */
function namesOf(found: readonly RenamedCommune[]): string {
  return found
    .map(({ formerName, districtName, name }) => `${formerName} (${districtName}) → ${name}`)
    .join("; ");
}
