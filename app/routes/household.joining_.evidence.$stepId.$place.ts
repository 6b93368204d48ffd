import type { LoaderFunctionArgs } from "@remix-run/node";
import { isInScope } from "~/domain/identity/scope";
import { findEvidence } from "~/domain/joining/queries-checklists.server";
import { readEvidence } from "~/domain/joining/read-evidence.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { privateFile } from "~/web/private-file";

/** What the household has sent, for itself and who helps it with its shop. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "profile.edit");
  const { stepId = "", place = "" } = args.params;
  const found = await findEvidence(stepId, Number(place));
  if (!found || !isInScope(scope, found.householdId)) throw notFound();
  return privateFile({ type: found.file.type, content: await readEvidence(found.file) });
}
