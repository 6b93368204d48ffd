import type { SubmissionResult } from "@conform-to/react";
import type { MutationReply } from "./mutation-reply";

const COMMUNE_FIELD = "communeCode";

/** Where it is told, and what, and the commune to choose. */
type Renamed = { field: string; code: string; communeCode: string };
type FaultsByField = SubmissionResult["error"];

/**
 * The reply to a form in which no commune was chosen but an old name typed: what it is called now, chosen already where it
 * can only be one.
 * @param find what is told of what was typed; null where there is nothing to tell
 */
export async function withRenamedCommune(
  { reply, form }: { reply: MutationReply; form: FormData },
  find: (typed: Record<string, unknown>) => Promise<Renamed | null>,
): Promise<MutationReply> {
  const { submission } = reply;
  if (!submission || !form.get("oldCommune")) return reply;
  const renamed = await find(Object.fromEntries(form));
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
