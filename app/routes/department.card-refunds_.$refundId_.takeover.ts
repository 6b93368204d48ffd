import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { answerTakeOver } from "~/domain/flows/answer-take-over.server";
import { takeOverRefund } from "~/domain/flows/take-over-refund.server";
import { loadStrayRefund } from "~/domain/payments/queries-strays-records.server";
import { takeOverForm } from "~/domain/settlement/forms";
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

/** Takes a refund that was made on the provider's own pages into the books; the refund's page tells how it went. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const strayId = args.params["refundId"] ?? "";
  const ownerId = await ownerOf(strayId);
  const read = await readForm(args.request, takeOverForm);
  if (!read.ok) {
    return redirect(paths.refund(ownerId, { problem: firstErrorOf(read.reply) }), 303);
  }
  const { to, note } = read.value;
  if (to === "take") {
    const taken = await takeOverRefund(actor, { strayId, note });
    const answer = taken.ok ? { done: taken.value.status } : { problem: taken.code };
    return redirect(paths.refund(ownerId, answer), 303);
  }
  const answered = await answerTakeOver(actor, { strayId, note, decision: to });
  const done = to === "agree" ? "booked" : "withdrawn";
  return redirect(paths.refund(ownerId, answered.ok ? { done } : { problem: answered.code }), 303);
}

async function ownerOf(strayId: string | undefined): Promise<string> {
  const stray = await loadStrayRefund(reader(), strayId ?? "");
  if (!stray) throw notFound();
  return stray.checkoutId;
}
