import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { preparePayouts } from "~/domain/flows/prepare-payouts.server";
import { payoutsForm } from "~/domain/settlement/forms";
import { listBatches, listPayoutCandidates } from "~/domain/settlement/queries-payouts.server";
import { now } from "~/platform/clock.server";
import { newToken } from "~/platform/ids";
import { localDateOf, monthOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { EmptyState, Refusal } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { BatchList } from "~/ui/settlement/batch-list";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { PayoutCandidates } from "~/ui/settlement/payout-candidates";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("payouts.deskTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  return {
    list: await listPayoutCandidates(readPage(new URL(args.request.url).searchParams)),
    batches: await listBatches(),
    submissionKey: newToken(),
    month: monthOf(localDateOf(now())),
  };
}

/** Why no batch was prepared, with the households that were ticked. */
type PayoutsReply = MutationReply & { ticked: string[] };

/** Prepares a batch of the households that are ticked, for a second person to approve. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const read = await readForm(args.request, payoutsForm);
  if (!read.ok) {
    const isOutdated = read.reply.submission.error?.["submissionKey"] !== undefined;
    const code = isOutdated ? "form_outdated" : "payouts_none";
    const ticked = read.form.getAll("household").map(String);
    return data<PayoutsReply>({ ...failureReply({ ok: false, code }), ticked }, { status: 400 });
  }
  const { household: householdIds, submissionKey } = read.value;
  const prepared = await preparePayouts(actor, { householdIds, submissionKey });
  if (prepared.ok) {
    return redirect(paths.payoutBatch(prepared.value.code, { done: "prepared" }), 303);
  }
  return data<PayoutsReply>({ ...failureReply(prepared), ticked: householdIds }, { status: 409 });
}

export default function PayoutsPage() {
  const { list, batches, submissionKey, month } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <MoneyNav current="payouts" />
      <h1 className="text-3xl">{t("payouts.deskTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("payouts.deskLead")}</p>
      {reply?.failure ? (
        <Refusal title={errorText(t, reply.failure.code, reply.failure.detail)} />
      ) : null}
      {list.candidates.length === 0 ? (
        <EmptyState title={t("payouts.deskEmpty")} />
      ) : (
        <>
          <p className="num mt-4 mb-3 text-lg font-semibold">
            {t("payouts.candidateCount", { count: list.candidateCount })}
          </p>
          <PayoutCandidates
            candidates={list.candidates}
            submissionKey={submissionKey}
            month={month}
            page={list.page}
            ticked={reply?.ticked ?? null}
          />
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.payouts({ page })}
      />
      <BatchList batches={batches} />
    </>
  );
}
