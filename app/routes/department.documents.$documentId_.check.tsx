import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayMoveDocument } from "~/domain/catalog/document-status";
import { documentDecisionForm } from "~/domain/catalog/forms-document";
import { documentStateOf } from "~/domain/catalog/queries-own-lot.server";
import { readLotCode } from "~/domain/catalog/lot-code";
import { checkDocument } from "~/domain/flows/check-document.server";
import { refuseDocument } from "~/domain/flows/refuse-document.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { RefusalForm } from "~/ui/lots/refusal-form";
import { useT } from "~/ui/site";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("lots.departmentTitle"));

/** Refusing, which needs a reason; looking decides nothing. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "document.check");
  const id = args.params["documentId"] ?? "";
  const document = await documentStateOf(id);
  if (!document) throw notFound();
  if (!mayMoveDocument(document.status, "refused")) throw redirect(pageBehind(args));
  return { id, ...document, lot: lotOf(args), back: pageBehind(args) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "document.check");
  const documentId = args.params["documentId"] ?? "";
  const read = await readForm(args.request, documentDecisionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const isCheck = read.value.decision === "check";
  const decided =
    read.value.decision === "check"
      ? await checkDocument(actor, scope, { documentId })
      : await refuseDocument(actor, scope, { documentId, reason: read.value.reason });
  if (!decided.ok && decided.code === "document_not_found") throw notFound();
  const outcome = decided.ok
    ? { done: isCheck ? "checked" : "refused" }
    : { problem: decided.code };
  return redirect(pageBehind(args, outcome), 303);
}

export default function DocumentCheckRoute() {
  const { id, kind, number, lot, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={back} text={lot ? t("lots.backToLot") : t("lots.backToLots")} />
      <h1 className="text-3xl">
        {t("lots.refuseTitle", { name: `${t(`lots.kind_${kind}`)} ${mark(number, "vi")}` })}
      </h1>
      <RefusalForm action={paths.documentCheck(id, { lot: lot ?? undefined })} reply={reply} />
    </div>
  );
}

/** The lot whose page the officer came from; null when it was the list. */
function lotOf(args: DoorArgs): string | null {
  return readLotCode(new URL(args.request.url).searchParams.get("lot") ?? "");
}

function pageBehind(args: DoorArgs, outcome: { done?: string; problem?: string } = {}): string {
  const lot = lotOf(args);
  return lot === null ? paths.departmentLots(outcome) : paths.departmentLot(lot, outcome);
}
