import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmWalletPayout } from "~/domain/flows/confirm-wallet-payout.server";
import { reportWalletPayout } from "~/domain/flows/report-wallet-payout.server";
import { walletReportForm } from "~/domain/settlement/forms";
import { findDisbursement } from "~/domain/settlement/queries-disbursements.server";
import { findWalletReport } from "~/domain/settlement/queries-wallets.server";
import { reader } from "~/platform/db.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Refusal } from "~/ui/primitives/notice";
import { DisbursementFacts } from "~/ui/settlement/disbursement-facts";
import { WalletSteps } from "~/ui/settlement/wallet-steps";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("payouts.walletTitle"));

/** Where a form that was refused is shown again. */
export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "disbursement.manage");
  const disbursement = await findDisbursement(codeOf(args));
  if (!disbursement?.isWallet) throw notFound();
  const report = await findWalletReport(reader(), { disbursementId: disbursement.id });
  return { disbursement, report, userId: user.id };
}

/** Notes a Mobile Money payout that was sent by hand; the second person sends `agree` without a reference. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const code = codeOf(args);
  const form = await readFormData(args.request);
  if (form.get("agree") !== null) {
    const agreed = await confirmWalletPayout(actor, { code });
    if (agreed.ok) return redirect(paths.disbursement(code), 303);
    if (agreed.code === "disbursement_not_found") throw notFound();
    return data<MutationReply>(failureReply(agreed), { status: 409 });
  }
  const read = checkForm(form, walletReportForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const reported = await reportWalletPayout(actor, { code, reference: read.value.reference });
  if (reported.ok) return redirect(paths.disbursement(code), 303);
  if (reported.code === "disbursement_not_found") throw notFound();
  const reply =
    reported.code === "wallet_reference_used"
      ? fieldErrorReply(read.submission, "reference", reported.code)
      : failureReply(reported, read.submission);
  return data<MutationReply>(reply, { status: 409 });
}

function codeOf({ params }: DoorArgs): string {
  return params["disbursementCode"] ?? "";
}

export default function WalletPage() {
  const { disbursement, report, userId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { code } = disbursement;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.disbursement(code)} text={t("money.disbursementTitle")} />
      {reply?.failure ? (
        <Refusal title={errorText(t, reply.failure.code, reply.failure.detail)} />
      ) : null}
      <DisbursementFacts disbursement={disbursement} />
      <WalletSteps disbursement={disbursement} report={report} userId={userId} reply={reply} />
    </div>
  );
}
