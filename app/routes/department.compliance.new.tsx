import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requestForm } from "~/domain/compliance/forms";
import { listTerms } from "~/domain/compliance/queries-terms.server";
import { readRequestKind } from "~/domain/compliance/request-words";
import { enterComplianceRequest } from "~/domain/flows/enter-compliance-request.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { KindList } from "~/ui/compliance/kind-list";
import { RequestForm } from "~/ui/compliance/request-form";
import { TermFacts } from "~/ui/compliance/term-facts";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("compliance.newTitle"));

/** The kinds with their terms; with `kind`, the form for it. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "compliance.manage");
  return {
    kind: readRequestKind(new URL(args.request.url).searchParams.get("kind")),
    terms: await listTerms(localDateOf(now())),
    requestId: newId("crq") as string,
  };
}

/** Where the fault of a form stands. */
const FIELD_OF: Readonly<Record<string, string>> = {
  request_about_unknown: "about",
  request_received_future: "receivedOn",
  request_too_old: "receivedOn",
};

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "compliance.manage");
  const read = await readForm(args.request, requestForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const entered = await enterComplianceRequest(actor, read.value);
  if (entered.ok) {
    return redirect(paths.complianceRequest(entered.value.requestId, { done: "enter" }), 303);
  }
  const field = FIELD_OF[entered.code];
  const reply =
    field === undefined
      ? failureReply(entered, read.submission)
      : fieldFailureReply(entered, field, read.submission);
  return data<MutationReply>(reply, { status: 409 });
}

export default function NewComplianceRequestPage() {
  const { kind, terms, requestId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const term = terms.find((one) => one.kind === kind);
  return (
    <div className="mx-auto max-w-2xl">
      {kind === null ? (
        <BackLink href={paths.compliance()} text={t("compliance.title")} />
      ) : (
        <BackLink href={paths.newComplianceRequest()} text={t("compliance.otherKind")} />
      )}
      <h1 className="text-3xl">
        {kind === null ? t("compliance.newTitle") : t(`compliance.kind_${kind}`)}
      </h1>
      {kind === null ? (
        <KindList terms={terms} />
      ) : (
        <>
          {term ? <TermFacts term={term} /> : null}
          <RequestForm kind={kind} requestId={requestId} reply={reply} />
        </>
      )}
    </div>
  );
}
