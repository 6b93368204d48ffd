import type { LoaderFunctionArgs } from "@remix-run/node";
import { behalfOf } from "~/domain/audit/actor";
import { lookAtSentEvidence } from "~/domain/flows/look-at-sent-evidence.server";
import { isInScope } from "~/domain/identity/scope";
import { findEvidence } from "~/domain/joining/queries-checklists.server";
import { readEvidence } from "~/domain/joining/read-evidence.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { privateFile } from "~/web/private-file";

/** What the household has sent, for itself; and for who helps it with its shop, whose looks are noted. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "profile.edit");
  const { stepId = "", place = "" } = args.params;
  const found = await findEvidence(stepId, Number(place));
  if (!found || !isInScope(scope, found.householdId)) throw notFound();
  if (behalfOf(actor) === null) {
    return privateFile({ type: found.file.type, content: await readEvidence(found.file) });
  }
  const looked = await lookAtSentEvidence(actor, { of: "joining", stepId, place: Number(place) });
  if (!looked.ok) throw notFound();
  return privateFile(looked.value);
}
