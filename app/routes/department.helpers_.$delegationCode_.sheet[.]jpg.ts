import type { LoaderFunctionArgs } from "@remix-run/node";
import { findDelegation } from "~/domain/households/queries-delegations.server";
import { readConsentSheet } from "~/domain/households/read-consent-sheet.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { privatePicture } from "~/web/private-picture";

/** The sheet that a household signed, for the officer who looks at it. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.manage");
  const delegation = await findDelegation(args.params["delegationCode"] ?? "");
  if (!delegation?.sheetPhotoId) throw notFound();
  return privatePicture(await readConsentSheet(delegation.sheetPhotoId));
}
