import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveReturn } from "~/domain/flows/move-return.server";
import { refundReturn } from "~/domain/flows/refund-return.server";
import { disputeForm, readPackCounts } from "~/domain/returns/forms";
import { findReturn } from "~/domain/returns/queries.server";
import { LogLink } from "~/ui/audit/log-link";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { DisputeDecision } from "~/ui/returns/dispute-decision";
import { ReturnCase } from "~/ui/returns/return-case";
import { ReturnParties } from "~/ui/returns/return-parties";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.request.code ?? "";
  return privateMeta(matches, siteOf(matches).t("returns.requestTitle", { code }));
};

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "return.decide");
  const request = await findReturn(args.params["returnCode"] ?? "", { scope });
  if (!request) throw notFound();
  return { request };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "return.decide");
  const code = args.params["returnCode"] ?? "";
  const request = await findReturn(code, { scope });
  if (!request) throw notFound();
  const read = await readForm(args.request, disputeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { to, note } = read.value;
  const mover = { by: "department" } as const;
  const lines = readPackCounts(
    read.form,
    request.lines.map((line) => line.lineItemId),
  );
  if (!lines) {
    const wrong = { ok: false, code: "return_packs_not_a_number" } as const;
    return data<MutationReply>(failureReply(wrong, read.submission), { status: 400 });
  }
  const decided =
    to === "refunded"
      ? await refundReturn(actor, mover, { code, note, isRestocked: false, lines })
      : await moveReturn({ actor, mover, code, to, note });
  if (!decided.ok) {
    return data<MutationReply>(failureReply(decided, read.submission), { status: 409 });
  }
  return redirect(paths.departmentReturn(code), 303);
}

export default function DepartmentReturnPage() {
  const { request } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentReturns()} text={t("returns.title")} />
      <h1 className="num text-3xl">{t("returns.requestTitle", { code: request.code })}</h1>
      <ReturnCase request={request} />
      {request.status === "disputed" ? (
        <DisputeDecision
          request={request}
          action={paths.departmentReturn(request.code)}
          reply={reply}
        />
      ) : null}
      <ReturnParties request={request} orderHref={null} hasHousehold />
      <LogLink kind="return_request" subject={request.code} />
    </div>
  );
}
