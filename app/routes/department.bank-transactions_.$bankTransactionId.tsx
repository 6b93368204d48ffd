import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allocateLine } from "~/domain/flows/allocate-line.server";
import { findDisbursementCodes } from "~/domain/payments/find-references";
import { findBankLine } from "~/domain/payments/queries-bank-line.server";
import { PURPOSES_OF } from "~/domain/settlement/allocation-purposes";
import { lineAnswerForm } from "~/domain/settlement/forms";
import { listAllocations } from "~/domain/settlement/queries-allocations.server";
import { findAwaited } from "~/domain/settlement/queries-disbursements.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { AllocationHistory } from "~/ui/settlement/allocation-history";
import { BankLineFacts } from "~/ui/settlement/bank-line-facts";
import { LineAnswerForm } from "~/ui/settlement/line-answer-form";
import { LineSuggestions } from "~/ui/settlement/line-suggestions";
import { ProposalDecision } from "~/ui/settlement/proposal-decision";
import { typedAnswerOf } from "~/ui/settlement/typed-answer";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("money.lineTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "bank_transaction.allocate");
  const line = await findBankLine(args.params["bankTransactionId"] ?? "");
  if (!line) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const isUnknown = line.status === "suspense";
  const { direction, amountVnd, content } = line;
  const codes = findDisbursementCodes(content);
  return {
    line,
    awaited: isUnknown ? await findAwaited({ direction, amountVnd, codes }) : [],
    allocations: await listAllocations(line.id),
    userId: user.id,
    /** What was pressed among the suggestions. */
    chosen: query.get("choose"),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

/** Says what the line was for. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "bank_transaction.allocate");
  const bankTransactionId = args.params["bankTransactionId"] ?? "";
  const read = await readForm(args.request, lineAnswerForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const said = await allocateLine(actor, { bankTransactionId, ...read.value });
  if (said.ok) {
    const done = said.value.isDone ? "allocated" : "proposed";
    return redirect(paths.bankLine(bankTransactionId, { done }), 303);
  }
  if (said.code === "bank_line_not_found") throw notFound();
  return data<MutationReply>(failureReply(said, read.submission), { status: 409 });
}

export default function BankLinePage() {
  const { line, awaited, allocations, userId, chosen, done, problem } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const proposal = allocations.find(({ status }) => status === "proposed");
  const isUnanswered = line.status === "suspense" && !proposal;
  const doneText = {
    allocated: t("money.doneAllocated"),
    proposed: t("money.doneProposed"),
    agreed: t("money.doneAllocated"),
    refused: t("money.doneRefused"),
  };
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.bankTransactions()} text={t("department.bankTitle")} />
      {done !== null && done in doneText ? (
        <Notice tone="good" title={doneText[done as keyof typeof doneText]} />
      ) : null}
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      {/* Somebody else was faster: there is no form any more that could say so. */}
      {!isUnanswered && reply?.failure ? (
        <Refusal title={errorText(t, reply.failure.code)} />
      ) : null}
      <BankLineFacts line={line} />
      <p className="mt-2">
        <a className="inline-flex min-h-12 items-center" href={paths.bankLineEvidence(line.id)}>
          {t("evidence.open")}
        </a>
        <span className="block text-sm text-soft">{t("evidence.openHint")}</span>
      </p>
      {proposal ? (
        <ProposalDecision
          lineId={line.id}
          proposal={proposal}
          isOwn={proposal.proposedById === userId}
        />
      ) : null}
      {isUnanswered ? (
        <>
          <LineSuggestions line={line} awaited={awaited} />
          <LineAnswerForm
            lineId={line.id}
            purposes={PURPOSES_OF[line.direction]}
            typed={typedAnswerOf({ line, awaited, chosen })}
            reply={reply}
          />
        </>
      ) : null}
      <AllocationHistory lineId={line.id} allocations={allocations} />
    </div>
  );
}
