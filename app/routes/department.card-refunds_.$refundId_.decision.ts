import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { decideCardRefund } from "~/domain/flows/decide-card-refund.server";
import { loadCardRefund } from "~/domain/payments/queries-cards-records.server";
import { cardRefundDecisionForm } from "~/domain/settlement/forms";
import { reader } from "~/platform/db.server";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  return redirect(paths.refund(await ownerOf(args.params["refundId"])));
}

/** The second person's word on a refund to a card. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const ownerId = await ownerOf(args.params["refundId"]);
  const read = await readForm(args.request, cardRefundDecisionForm);
  if (!read.ok) {
    return redirect(paths.refund(ownerId, { problem: firstErrorOf(read.reply) }), 303);
  }
  const refundId = args.params["refundId"] ?? "";
  const decided = await decideCardRefund(actor, { refundId, to: read.value.to });
  const answer = decided.ok
    ? { done: read.value.to === "approved" ? "sending" : "withdrawn" }
    : { problem: decided.code, ...decided.detail };
  return redirect(paths.refund(ownerId, answer), 303);
}

async function ownerOf(refundId: string | undefined): Promise<string> {
  const refund = await loadCardRefund(reader(), refundId ?? "");
  if (!refund) throw notFound();
  return refund.checkoutId;
}
