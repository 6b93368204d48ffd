import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { approveDisbursement } from "~/domain/flows/approve-disbursement.server";
import { withdrawDisbursement } from "~/domain/flows/withdraw-disbursement.server";
import { disbursementForm } from "~/domain/settlement/forms";
import { findDisbursement } from "~/domain/settlement/queries-disbursements.server";
import { findWalletReport, findWalletReturn } from "~/domain/settlement/queries-wallets.server";
import { reader } from "~/platform/db.server";
import { LogLink } from "~/ui/audit/log-link";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { DisbursementActions } from "~/ui/settlement/disbursement-actions";
import { DisbursementFacts } from "~/ui/settlement/disbursement-facts";
import { DisbursementMoves } from "~/ui/settlement/disbursement-moves";
import { WalletReturn } from "~/ui/settlement/wallet-return";
import { WalletSteps } from "~/ui/settlement/wallet-steps";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("money.disbursementTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "disbursement.manage");
  const disbursement = await findDisbursement(args.params["disbursementCode"] ?? "");
  if (!disbursement) throw notFound();
  const query = new URL(args.request.url).searchParams;
  return {
    disbursement,
    report: await findWalletReport(reader(), { disbursementId: disbursement.id }),
    returned: await findWalletReturn(reader(), disbursement.id),
    userId: user.id,
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

/** The second person approves it, or somebody withdraws it. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const code = args.params["disbursementCode"] ?? "";
  const read = await readForm(args.request, disbursementForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { to, note } = read.value;
  const moved =
    to === "approved"
      ? await approveDisbursement(actor, { code })
      : await withdrawDisbursement(actor, { code, note });
  if (moved.ok) return redirect(paths.disbursement(code, { done: to }), 303);
  if (moved.code === "disbursement_not_found") throw notFound();
  return data<MutationReply>(failureReply(moved, read.submission), { status: 409 });
}

export default function DisbursementPage() {
  const { disbursement, report, returned, userId, done, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const doneText = {
    prepared: t("money.donePrepared"),
    approved: t("money.doneApproved"),
    withdrawn: t("money.doneWithdrawn"),
    simulated: t("money.doneSimulated"),
  };
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.disbursements()} text={t("money.disbursementsTitle")} />
      {done !== null && done in doneText ? (
        <Notice tone="good" title={doneText[done as keyof typeof doneText]} />
      ) : null}
      {reply?.failure ? (
        <Refusal title={errorText(t, reply.failure.code, reply.failure.detail)} />
      ) : null}
      {problem ? <Refusal title={errorText(t, problem)} /> : null}
      <DisbursementFacts disbursement={disbursement} />
      <WalletSteps disbursement={disbursement} report={report} userId={userId} />
      {disbursement.isWallet && disbursement.status === "paid" ? (
        <WalletReturn code={disbursement.code} report={returned} userId={userId} />
      ) : null}
      <DisbursementActions
        disbursement={disbursement}
        reportedBy={report?.reportedByName ?? null}
        isOwn={disbursement.preparedById === userId}
        reply={reply}
      />
      <DisbursementMoves moves={disbursement.moves} />
      <LogLink kind="disbursement" subject={disbursement.code} />
    </div>
  );
}
