import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterRefundAccount } from "~/domain/flows/enter-refund-account.server";
import { payeeForm } from "~/domain/settlement/forms";
import { findRefund } from "~/domain/settlement/queries-refund.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { PayeeForm } from "~/ui/settlement/payee-form";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("money.payeeTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  const refund = await findRefund(args.params["ownerId"] ?? "");
  if (!refund) throw notFound();
  return { ownerId: refund.ownerId };
}

/** An officer notes where money is to go, as its owner has said. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const ownerId = args.params["ownerId"] ?? "";
  if (!(await findRefund(ownerId))) throw notFound();
  const read = await readForm(args.request, payeeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const entered = await enterRefundAccount(actor, { ownerId, account: read.value });
  if (!entered.ok) {
    const reply = fieldErrorReply(read.submission, "accountNumber", entered.code);
    return data<MutationReply>(reply, { status: 429 });
  }
  return redirect(paths.refund(ownerId), 303);
}

export default function RefundPayeePage() {
  const { ownerId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.refund(ownerId)} text={t("money.refundTitle")} />
      <h1 className="text-3xl">{t("money.payeeTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("money.payeeOfficerText")}</p>
      <PayeeForm action={paths.refundPayee(ownerId)} reply={reply} />
    </div>
  );
}
