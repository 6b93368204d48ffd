import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { simulateTransfer } from "~/domain/flows/simulate-transfer.server";
import { findDisbursement } from "~/domain/settlement/queries-disbursements.server";
import { settings } from "~/platform/env.server";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  return redirect(paths.disbursement(codeOf(args)));
}

/** The demo's bank sends it, and reports the outgoing line as a real one would; 404 in production. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const code = codeOf(args);
  const disbursement = await findDisbursement(code);
  if (!disbursement || settings().APP_MODE !== "demo") throw notFound();
  await simulateTransfer(actor, {
    subject: { kind: "disbursement", id: disbursement.id },
    direction: "out",
    bankBin: settings().BANK_BIN,
    accountNumber: settings().BANK_ACCOUNT_NUMBER,
    amountVnd: disbursement.amountVnd,
    memo: code,
  });
  return redirect(paths.disbursement(code, { done: "simulated" }), 303);
}

function codeOf({ params }: DoorArgs): string {
  return params["disbursementCode"] ?? "";
}
