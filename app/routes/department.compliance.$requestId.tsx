import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requestStepForm } from "~/domain/compliance/forms";
import { listKeptOf } from "~/domain/compliance/queries-kept.server";
import { findTermById } from "~/domain/compliance/queries-terms.server";
import { findRequest, listRequestSteps } from "~/domain/compliance/queries.server";
import { takeComplianceStep } from "~/domain/flows/take-compliance-step.server";
import { listOfficers } from "~/domain/identity/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { LogLink } from "~/ui/audit/log-link";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ActLinks } from "~/ui/compliance/act-links";
import { DataForm } from "~/ui/compliance/data-form";
import { KeptLinks } from "~/ui/compliance/kept-links";
import { RequestFacts } from "~/ui/compliance/request-facts";
import { RequestSteps } from "~/ui/compliance/request-steps";
import { StepForms } from "~/ui/compliance/step-forms";
import { TermFacts } from "~/ui/compliance/term-facts";
import { BackLink } from "~/ui/households/back-link";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { errorText, isMessageKey } from "~/web/i18n";
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("compliance.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "compliance.manage");
  const found = orNotFound(await findRequest(args.params["requestId"] ?? ""));
  const officers = await listOfficers();
  const query = new URL(args.request.url).searchParams;
  return {
    found,
    term: present(await findTermById(found.termId), "a request keeps its term"),
    steps: await listRequestSteps(found.id),
    kept: await listKeptOf(found.about),
    officers: officers.filter(({ id }) => id !== found.handler.id),
    stepIds: {
      acknowledge: newId("cqs") as string,
      note: newId("cqs") as string,
      hand_over: newId("cqs") as string,
      answer: newId("cqs") as string,
      reopen: newId("cqs") as string,
    },
    shownAt: now(),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

/** An acknowledgement, words, another handler, an answer, or that it is open again. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "compliance.manage");
  const requestId = args.params["requestId"] ?? "";
  orNotFound(await findRequest(requestId));
  const read = await readForm(args.request, requestStepForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const taken = await takeComplianceStep(actor, { requestId, form: read.value });
  if (taken.ok) {
    return redirect(paths.complianceRequest(requestId, { done: read.value.intent }), 303);
  }
  if (taken.code === "request_not_found") throw notFound();
  const reply = taken.code.startsWith("request_handler_")
    ? fieldFailureReply(taken, "handlerId", read.submission)
    : failureReply(taken, read.submission);
  return data<MutationReply>(reply, { status: 409 });
}

export default function ComplianceRequestPage() {
  const { found, term, steps, kept, officers, stepIds, shownAt, done, problem } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const doneKey = `compliance.done_${done}`;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.compliance()} text={t("compliance.title")} />
      <h1 className="text-3xl">{t(`compliance.kind_${found.kind}`)}</h1>
      {done !== null && !reply && isMessageKey(doneKey) ? (
        <Notice tone="good" title={t(doneKey)} />
      ) : null}
      {problem !== null && !reply ? <Refusal title={errorText(t, problem)} /> : null}
      <RequestFacts found={found} shownAt={shownAt} />
      <TermFacts term={term} />
      <ActLinks found={found} />
      <KeptLinks kept={kept} />
      <DataForm found={found} />
      <RequestSteps steps={steps} />
      <StepForms found={found} officers={officers} stepIds={stepIds} reply={reply} />
      <LogLink kind="compliance_request" subject={found.id} />
    </div>
  );
}
