import type { LoaderFunctionArgs } from "@remix-run/node";
import { readProofPhoto } from "~/domain/fulfilment/read-proof-photo.server";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { listReturnsOfOrder } from "~/domain/returns/queries-lists.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { privatePicture } from "~/web/private-picture";

/** The photo of a hand-over, for the department, which decides when accounts differ. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "return.decide");
  const order = await findHouseholdOrder(scope, args.params["orderCode"] ?? "");
  if (!order?.proof?.photo) throw notFound();
  // A picture of somebody's door is nobody's business until they complain.
  if ((await listReturnsOfOrder(order.code)).length === 0) throw notFound();
  return privatePicture(await readProofPhoto(order.proof.photo.id));
}
