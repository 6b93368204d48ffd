import type { LoaderFunctionArgs } from "@remix-run/node";
import { lookAtSentEvidence } from "~/domain/flows/look-at-sent-evidence.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { privateFile } from "~/web/private-file";

/** What a household has sent, for the officer who decides about it; who looked is noted. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "certificate.decide");
  const { stepId = "", place = "" } = args.params;
  const looked = await lookAtSentEvidence(actor, {
    of: "certificate",
    stepId,
    place: Number(place),
  });
  if (!looked.ok) throw notFound();
  return privateFile(looked.value);
}
