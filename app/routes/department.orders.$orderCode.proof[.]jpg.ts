import type { LoaderFunctionArgs } from "@remix-run/node";
import { readProofPhoto } from "~/domain/fulfilment/read-proof-photo.server";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { privatePicture } from "~/web/private-picture";

/** The photo of a hand-over, for the department, which decides when accounts differ. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "return.decide");
  const order = await findHouseholdOrder(scope, args.params["orderCode"] ?? "");
  if (!order?.proof?.photo) throw notFound();
  return privatePicture(await readProofPhoto(order.proof.photo.id));
}
