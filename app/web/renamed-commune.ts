import type { RenamedCommune } from "~/domain/places/types";
import type { MutationReply } from "./mutation-reply";

/** The field for a name from before July 2025, beside the list of today's communes. */
const OLD_COMMUNE_FIELD = "oldCommune";

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
  if (form.get("communeCode")) return reply;
  const found = await find(typed);
  const [first] = found;
  const { communeCode: _, ...error } = submission.error ?? {};
  if (first === undefined) {
    const told = { ...error, [OLD_COMMUNE_FIELD]: ["old_commune_unknown"] };
    return { ...reply, submission: { ...submission, error: told } };
  }
  const isOne = found.every(({ code }) => code === first.code);
  const values: Record<string, string> = isOne
    ? { old: first.formerName, now: first.name }
    : { names: namesOf(found) };
  const code = isOne ? "commune_renamed" : "commune_name_shared";
  return {
    ...reply,
    submission: {
      ...submission,
      initialValue: { ...submission.initialValue, communeCode: isOne ? first.code : "" },
      error: { ...error, communeCode: [`${code}?${new URLSearchParams(values)}`] },
    },
  };
}

/** `Xã Minh Tân (Huyện Vị Xuyên) → Xã Minh Tân; ...` */
function namesOf(found: readonly RenamedCommune[]): string {
  return found
    .map(({ formerName, districtName, name }) => `${formerName} (${districtName}) → ${name}`)
    .join("; ");
}
