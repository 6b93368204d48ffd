import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdrawChannelSale } from "~/domain/flows/withdraw-channel-sale.server";
import { withdrawalForm } from "~/domain/statistics/forms";
import { listChannelVintages } from "~/domain/statistics/queries-channels.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ChannelFacts } from "~/ui/department/channel-record";
import { BackLink } from "~/ui/households/back-link";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("channels.withdrawTitle"));

/** The question before a figure counts no more. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "retail_total.enter");
  const recordId = args.params["recordId"] ?? "";
  const [sale] = await listChannelVintages(recordId);
  const known = orNotFound(sale ?? null);
  if (known.withdrawnReason !== null) throw redirect(paths.channelSale(recordId));
  return { sale: known };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "retail_total.enter");
  const recordId = args.params["recordId"] ?? "";
  if ((await listChannelVintages(recordId)).length === 0) throw notFound();
  return answerForm(args.request, withdrawalForm, {
    act: (form) => withdrawChannelSale(actor, { recordId, ...form }),
    next: () => paths.channelSale(recordId, { done: "withdrawn" }),
  });
}

export default function ChannelWithdrawalPage() {
  const { sale } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form, fields] = useForm<Record<"vintage" | "reason", string>>({
    id: "withdrawal",
    lastResult: reply?.submission ?? null,
  });
  return (
    <>
      <BackLink href={paths.channelSale(sale.recordId)} text={t("channels.backToRecord")} />
      <h1 className="text-3xl">{t("channels.withdrawTitle")}</h1>
      <p className="mt-2 max-w-prose">{t("channels.withdrawLead")}</p>
      <ChannelFacts sale={sale} />
      <form
        method="post"
        id={form.id}
        action={paths.channelWithdrawal(sale.recordId)}
        className="max-w-prose"
        noValidate
      >
        <FormErrors form={form} failure={reply?.failure} />
        <input type="hidden" name="vintage" value={sale.vintage} />
        <TextAreaField field={fields.reason} label={t("channels.withdrawReason")} rows={3} />
        <button className="button button-danger">{t("channels.withdrawSubmit")}</button>
      </form>
    </>
  );
}
