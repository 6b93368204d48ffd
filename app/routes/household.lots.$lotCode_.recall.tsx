import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recallForm } from "~/domain/catalog/forms-recall";
import { findOwnLot } from "~/domain/catalog/queries-own-lot.server";
import { recallLot } from "~/domain/flows/recall-lot.server";
import { findRecall } from "~/domain/orders/queries-recall.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { RecallForm } from "~/ui/lots/recall-form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, siteOf(matches).t("lots.recallTitle", { code: page?.code ?? "" }));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "lot.manage");
  const lot = await findOwnLot(scope, args.params["lotCode"] ?? "");
  if (!lot) throw notFound();
  const { code, productName, householdId } = lot;
  return { deskHouseholdId: householdId, code, productName };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope, scopeFor } = await requirePermission(args, "lot.manage");
  const lotCode = args.params["lotCode"] ?? "";
  const read = await readForm(args.request, recallForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const recalled = await recallLot(actor, scope, { lotCode, ...read.value });
  if (recalled.ok) {
    // Who its buyers are is known to those only who may see orders.
    const isTelling = (await findRecall(await scopeFor("order.fulfil"), lotCode)) !== null;
    const next = isTelling ? paths.householdBuyers : paths.householdLot;
    return redirect(next(lotCode, { done: "recalled" }), 303);
  }
  if (recalled.code === "lot_not_found") throw notFound();
  return data<MutationReply>(failureReply(recalled, read.submission), { status: 409 });
}

export default function RecallRoute() {
  const { code, productName } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.householdLot(code)} text={t("lots.backToLot")} />
      <h1 className="num text-3xl">{t("lots.recallTitle", { code })}</h1>
      <p className="mt-1 text-lg">{mark(productName, "vi")}</p>
      <RecallForm action={paths.householdRecall(code)} reply={reply} />
    </div>
  );
}
