import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { confirmWalletPayout } from "~/domain/flows/confirm-wallet-payout.server";
import { reportWalletPayout } from "~/domain/flows/report-wallet-payout.server";
import { walletReportForm } from "~/domain/settlement/forms";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  return redirect(paths.disbursement(codeOf(args)));
}

/** Notes a Mobile Money payout that was sent by hand; the second person sends the same form without a reference. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const code = codeOf(args);
  const read = await readForm(args.request, walletReportForm);
  if (!read.ok && read.form.get("agree") === null) {
    return redirect(paths.disbursement(code, { problem: "wallet_reference_invalid" }), 303);
  }
  const done = read.ok
    ? await reportWalletPayout(actor, { code, reference: read.value.reference })
    : await confirmWalletPayout(actor, { code });
  if (done.ok) return redirect(paths.disbursement(code), 303);
  if (done.code === "disbursement_not_found") throw notFound();
  const { heldVnd } = (done.detail ?? {}) as { heldVnd?: number };
  return redirect(paths.disbursement(code, { problem: done.code, held: heldVnd }), 303);
}

function codeOf({ params }: DoorArgs): string {
  return params["disbursementCode"] ?? "";
}
