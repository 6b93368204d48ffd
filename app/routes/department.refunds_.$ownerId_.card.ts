import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { refundToCard } from "~/domain/flows/refund-to-card.server";
import { cardRefundForm } from "~/domain/settlement/forms";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  return redirect(paths.refund(args.params["ownerId"] ?? ""));
}

/** Back to the card that paid; the refund's page tells how it went. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const ownerId = args.params["ownerId"] ?? "";
  const read = await readForm(args.request, cardRefundForm);
  if (!read.ok) {
    return redirect(paths.refund(ownerId, { problem: firstErrorOf(read.reply) }), 303);
  }
  const refunded = await refundToCard(actor, { ownerId, ...read.value });
  const answer = refunded.ok
    ? { done: refunded.value.status }
    : { problem: refunded.code, ...refunded.detail };
  return redirect(paths.refund(ownerId, answer), 303);
}
