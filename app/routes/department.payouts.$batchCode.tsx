import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { approvePayouts } from "~/domain/flows/approve-payouts.server";
import { withdrawPayouts } from "~/domain/flows/withdraw-payouts.server";
import { disbursementForm } from "~/domain/settlement/forms";
import { findBatchView } from "~/domain/settlement/queries-payouts.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { LocalTime } from "~/ui/primitives/local-time";
import { Refusal } from "~/ui/primitives/notice";
import { BatchActions } from "~/ui/settlement/batch-actions";
import { BatchOutcome } from "~/ui/settlement/batch-outcome";
import { countsQuery, readCounts } from "~/ui/settlement/batch-counts";
import { BatchPayouts } from "~/ui/settlement/batch-payouts";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("payouts.batchTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "disbursement.manage");
  const batch = await findBatchView(args.params["batchCode"] ?? "");
  if (!batch) throw notFound();
  const query = new URL(args.request.url).searchParams;
  return {
    batch,
    userId: user.id,
    done: query.get("done"),
    counts: readCounts(query, batch.payouts.length),
  };
}

/** The second person approves it, or somebody withdraws what has not left. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const code = args.params["batchCode"] ?? "";
  const read = await readForm(args.request, disbursementForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { to, note } = read.value;
  if (to === "withdrawn") {
    const withdrawn = await withdrawPayouts(actor, { code, note });
    if (!withdrawn.ok && withdrawn.code === "batch_not_found") throw notFound();
    if (!withdrawn.ok) {
      return data<MutationReply>(failureReply(withdrawn, read.submission), { status: 409 });
    }
    return redirect(paths.payoutBatch(code, { done: to }), 303);
  }
  const approved = await approvePayouts(actor, { code });
  if (!approved.ok && approved.code === "batch_not_found") throw notFound();
  if (!approved.ok) {
    return data<MutationReply>(failureReply(approved, read.submission), { status: 409 });
  }
  return redirect(paths.payoutBatch(code, { done: to, ...countsQuery(approved.value) }), 303);
}

export default function PayoutBatchPage() {
  const { batch, userId, done, counts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.payouts()} text={t("payouts.deskTitle")} />
      <BatchOutcome done={done} counts={counts} />
      {reply?.failure ? (
        <Refusal title={errorText(t, reply.failure.code, reply.failure.detail)} />
      ) : null}
      <p className="text-soft">{t("payouts.batchTitle")}</p>
      <h1 className="num text-3xl">{batch.code}</h1>
      <p className="mt-2">
        {t("payouts.preparedBy", { name: batch.preparedByName })} ·{" "}
        <LocalTime instant={batch.preparedAt} />
      </p>
      <BatchPayouts payouts={batch.payouts} />
      <BatchActions batch={batch} isOwn={batch.preparedById === userId} reply={reply} />
    </>
  );
}
