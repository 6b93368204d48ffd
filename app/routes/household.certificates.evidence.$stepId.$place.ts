import type { LoaderFunctionArgs } from "@remix-run/node";
import { findEvidence } from "~/domain/certificates/queries-steps.server";
import { readEvidence } from "~/domain/certificates/read-evidence.server";
import { isInScope } from "~/domain/identity/scope";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { privateFile } from "~/web/private-file";

/** What the household has sent, for itself and who helps it with its products. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificate.submit");
  const { stepId = "", place = "" } = args.params;
  const found = await findEvidence(stepId, Number(place));
  if (!found || !isInScope(scope, found.householdId)) throw notFound();
  return privateFile({ type: found.file.type, content: await readEvidence(found.file) });
}
