import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { decideLine } from "~/domain/flows/decide-line.server";
import { lineDecisionForm } from "~/domain/settlement/forms";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "bank_transaction.allocate");
  return redirect(paths.bankLine(args.params["bankTransactionId"] ?? ""));
}

/** The second person's word on what a line is said to have been for; the line's page tells how it went. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { actor } = await requirePermission(args, "bank_transaction.allocate");
  const bankTransactionId = args.params["bankTransactionId"] ?? "";
  const read = await readForm(args.request, lineDecisionForm);
  if (!read.ok) {
    const problem = firstErrorOf(read.reply);
    return redirect(paths.bankLine(bankTransactionId, { problem }), 303);
  }
  const { to: decision, allocationId, note } = read.value;
  const decided = await decideLine(actor, { bankTransactionId, allocationId, decision, note });
  if (!decided.ok && decided.code === "bank_line_not_found") throw notFound();
  const answer = decided.ok
    ? { done: decision === "agree" ? "agreed" : "refused" }
    : { problem: decided.code };
  return redirect(paths.bankLine(bankTransactionId, answer), 303);
}
