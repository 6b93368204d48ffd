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
import { householdReturnForm } from "~/domain/returns/forms";
import { findReturn } from "~/domain/returns/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { DoneNotice } from "~/ui/households/done-notice";
import { useDesk } from "~/ui/households/use-desk";
import { HouseholdReturnMoves } from "~/ui/returns/household-return-moves";
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
  const { scope } = await requirePermission(args, "return.answer");
  const request = await findReturn(args.params["returnCode"] ?? "", { scope });
  if (!request) throw notFound();
  const done = new URL(args.request.url).searchParams.get("done");
  return { deskHouseholdId: request.householdId, request, done };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "return.answer");
  const code = args.params["returnCode"] ?? "";
  const read = await readForm(args.request, householdReturnForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const answer = read.value;
  const mover = { by: "household", scope } as const;
  const { note } = answer;
  const done =
    answer.to === "refunded"
      ? await refundReturn(actor, mover, {
          code,
          note,
          isRestocked: answer.isRestocked === "on",
          lines: null,
        })
      : await moveReturn({ actor, mover, code, to: answer.to, note });
  if (!done.ok && done.code === "return_not_found") throw notFound();
  if (!done.ok) return data<MutationReply>(failureReply(done, read.submission), { status: 409 });
  return redirect(paths.householdReturn(code, { done: "returnAnswered" }), 303);
}

export default function HouseholdReturnPage() {
  const { request, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdReturns(query)} text={t("returns.title")} />
      <h1 className="num text-3xl">{t("returns.requestTitle", { code: request.code })}</h1>
      <DoneNotice done={done} problem={null} />
      <ReturnCase request={request} />
      <HouseholdReturnMoves
        request={request}
        action={paths.householdReturn(request.code)}
        reply={reply}
      />
      <ReturnParties
        request={request}
        orderHref={paths.householdOrder(request.orderCode)}
        hasHousehold={false}
      />
    </>
  );
}
