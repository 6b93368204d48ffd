import type { LoaderFunctionArgs } from "@remix-run/node";
import { readProofPhoto } from "~/domain/fulfilment/read-proof-photo.server";
import { loadClaim } from "~/domain/payments/queries-claims.server";
import { reader } from "~/platform/db.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { privatePicture } from "~/web/private-picture";

/** The photo of a receipt, for the department alone. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "transfer_claim.answer");
  const claim = await loadClaim(reader(), args.params["claimId"] ?? "");
  if (!claim?.photo) throw notFound();
  return privatePicture(await readProofPhoto(claim.photo.id));
}
