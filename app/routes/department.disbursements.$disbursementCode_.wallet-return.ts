import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { answerWalletReturn } from "~/domain/flows/answer-wallet-return.server";
import { sayWalletReturned } from "~/domain/flows/say-wallet-returned.server";
import { walletReturnForm } from "~/domain/settlement/forms";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  return redirect(paths.disbursement(codeOf(args)));
}

/** That a payout by Mobile Money came back, as one officer says and another has seen; the payout's page tells how it went. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const code = codeOf(args);
  const read = await readForm(args.request, walletReturnForm);
  if (!read.ok) {
    return redirect(paths.disbursement(code, { problem: firstErrorOf(read.reply) }), 303);
  }
  const said = read.value;
  const answered =
    said.to === "returned"
      ? await sayWalletReturned(actor, { code, note: said.note })
      : await answerWalletReturn(actor, {
          code,
          decision: said.to,
          reportedAt: said.reportedAt,
        });
  if (!answered.ok && answered.code === "disbursement_not_found") throw notFound();
  return redirect(paths.disbursement(code, answered.ok ? {} : { problem: answered.code }), 303);
}

function codeOf({ params }: DoorArgs): string {
  return params["disbursementCode"] ?? "";
}
