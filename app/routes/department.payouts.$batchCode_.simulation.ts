import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { simulateBatch } from "~/domain/flows/simulate-batch.server";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  return redirect(paths.payoutBatch(codeOf(args)));
}

/** The demo's bank takes the file and reports an outgoing line for each payout; 404 in production. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const code = codeOf(args);
  const sent = await simulateBatch(actor, { code });
  if (!sent.ok) throw notFound();
  return redirect(paths.payoutBatch(code, { done: "simulated" }), 303);
}

function codeOf({ params }: DoorArgs): string {
  return params["batchCode"] ?? "";
}
