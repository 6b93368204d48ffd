import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { liftingForm } from "~/domain/catalog/forms-recall";
import { findOwnLot } from "~/domain/catalog/queries-own-lot.server";
import { liftRecall } from "~/domain/flows/lift-recall.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { LiftingForm } from "~/ui/lots/recall-form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, siteOf(matches).t("lots.liftTitle", { code: page?.code ?? "" }));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "lot.recall");
  const lot = await findOwnLot(scope, args.params["lotCode"] ?? "");
  if (!lot) throw notFound();
  if (lot.state !== "recalled") throw redirect(paths.departmentLot(lot.code));
  return { code: lot.code, productName: lot.productName };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "lot.recall");
  const lotCode = args.params["lotCode"] ?? "";
  const read = await readForm(args.request, liftingForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const lifted = await liftRecall(actor, { lotCode, ...read.value });
  if (!lifted.ok) throw notFound();
  return redirect(paths.departmentLot(lotCode, { done: "lifted" }), 303);
}

export default function LiftingRoute() {
  const { code, productName } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentLot(code)} text={t("lots.backToLot")} />
      <h1 className="num text-3xl">{t("lots.liftTitle", { code })}</h1>
      <p className="mt-1 text-lg">{mark(productName, "vi")}</p>
      <LiftingForm action={paths.recallLifting(code)} reply={reply} />
    </div>
  );
}
