import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterRefundAccount } from "~/domain/flows/enter-refund-account.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { payeeForm } from "~/domain/settlement/forms";
import { findBuyerRefund } from "~/domain/settlement/queries-refund.server";
import { formatVnd } from "~/platform/money";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { PayeeForm } from "~/ui/settlement/payee-form";
import { useLanguage, useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { acting, checkoutOf } from "~/web/link-key.server";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("money.payeeTitle"));

export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

/** Where a buyer says to which account money is to come back; there while something is owed. */
export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const refund = await refundOf(code);
  if (!refund) throw redirect(paths.order(languageOf(args, null), code, key), 303);
  return { code, orderKey: key, owedVnd: refund.owedVnd };
}

export async function action(args: ActionFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const page = paths.order(languageOf(args, null), code, key);
  const refund = await refundOf(code);
  if (!refund) return redirect(page, 303);
  const read = await readForm(args.request, payeeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { checkoutId: ownerId } = refund;
  const actor = await currentActor(args);
  const entered = await enterRefundAccount(actor, { ownerId, account: read.value });
  if (!entered.ok) {
    const reply = fieldErrorReply(read.submission, "accountNumber", entered.code);
    return data<MutationReply>(reply, { status: entered.code === "payee_chosen" ? 409 : 429 });
  }
  return redirect(page, 303);
}

async function refundOf(code: string) {
  const checkout = await findCheckout(code);
  if (!checkout) throw notFound();
  const refund = await findBuyerRefund(checkout.id);
  return refund && refund.owedVnd > 0 ? { ...refund, checkoutId: checkout.id } : null;
}

export default function RefundAccountPage() {
  const { code, orderKey, owedVnd } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const amount = formatVnd(owedVnd, language);
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink
        href={paths.order(language, code, orderKey)}
        text={t("orders.orderTitle", { code })}
      />
      <h1 className="text-3xl">{t("money.payeeTitle")}</h1>
      <p className="mt-2 max-w-prose text-lg">{t("money.payeeBuyerText", { amount })}</p>
      <PayeeForm action={paths.refundAccount(language, code, orderKey)} reply={reply} />
    </div>
  );
}
