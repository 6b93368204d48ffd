import type { SubmissionResult } from "@conform-to/react";
import { meantByFormerName } from "~/domain/places/former-name";
import type { RenamedCommune } from "~/domain/places/types";
import type { MutationReply } from "./mutation-reply";

/** The field for a name from before July 2025, beside the list of today's communes. */
const OLD_COMMUNE_FIELD = "oldCommune";
const COMMUNE_FIELD = "communeCode";
type FaultsByField = SubmissionResult["error"];

type Renamed = {
  /** Where it is told, and what, with its figures (`errorText`). */
  field: string;
  code: string;
  /** Of the commune of today; empty where it is not known or may be several. */
  communeCode: string;
};

/**
 * What is told of a form in which no commune was chosen but an old name typed, instead of "please choose"; null of any
 * other.
 */
export function renamedIn(
  fields: { communeCode?: unknown; oldCommune?: unknown },
  former: readonly RenamedCommune[],
): Renamed | null {
  const { communeCode, oldCommune: typed } = fields;
  if (typeof typed !== "string" || typed.trim() === "" || communeCode) return null;
  const found = meantByFormerName(former, typed);
  const [first] = found;
  if (first === undefined) {
    return { field: OLD_COMMUNE_FIELD, code: "old_commune_unknown", communeCode: "" };
  }
  const isOne = found.every(({ code }) => code === first.code);
  const { formerName: old, name: now } = first;
  const one = old === now ? told("commune_chosen", { now }) : told("commune_renamed", { old, now });
  const code = isOne ? one : told("commune_name_shared", { names: namesOf(found) });
  return { field: COMMUNE_FIELD, code, communeCode: isOne ? first.code : "" };
}

/**
 * The reply to a form in which no commune was chosen but an old name typed: what it is called now, chosen already where it
 * can only be one.
 * @param listFormer what the communes were called
 */
export async function withRenamedCommune(
  { reply, form }: { reply: MutationReply; form: FormData },
  listFormer: () => Promise<RenamedCommune[]>,
): Promise<MutationReply> {
  const { submission } = reply;
  if (!submission || !form.get(OLD_COMMUNE_FIELD)) return reply;
  const renamed = renamedIn(Object.fromEntries(form), await listFormer());
  if (renamed === null) return reply;
  const { field, code, communeCode } = renamed;
  const initialValue =
    field === COMMUNE_FIELD ? { ...submission.initialValue, communeCode } : submission.initialValue;
  const error = tellInstead(submission.error, field, code);
  return { ...reply, submission: { ...submission, initialValue, error } };
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
