import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelPurchase } from "~/domain/flows/cancel-purchase.server";
import { closeOrder } from "~/domain/flows/close-order.server";
import { cancellationForm } from "~/domain/orders/forms";
import { findCheckout } from "~/domain/orders/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { CancellationForm } from "~/ui/orders/cancellation-form";
import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { acting, checkoutOf } from "~/web/link-key.server";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("orders.cancelTitle"));

/** What is about to be called off: one order, or before it is paid the whole checkout. */
export async function loader(args: LoaderFunctionArgs) {
  const { code, key, order } = await acting(checkoutOf(args));
  const checkout = await findCheckout(code);
  if (!checkout) throw notFound();
  const isUnpaid = checkout.status === "awaiting_payment";
  const orders = isUnpaid ? checkout.orders : checkout.orders.filter((one) => one.code === order);
  const isPossible = orders.every(
    ({ status }) => isUnpaid || status === "placed" || status === "confirmed",
  );
  if (orders.length === 0) throw redirect(paths.order(languageOf(args, null), code, key), 303);
  const isCash = orders.every((one) => one.cashVnd === one.totalVnd - one.voucherVnd);
  return { code, orderKey: key, order, isUnpaid, isPossible, isCash, orders };
}

export async function action(args: ActionFunctionArgs) {
  const { code, key, order } = await acting(checkoutOf(args));
  const read = await readForm(args.request, cancellationForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const actor = await currentActor(args);
  const { reason } = read.value;
  const mover = { by: "buyer", checkoutCode: code } as const;
  const cancelled =
    order === ""
      ? await cancelPurchase(actor, { checkoutCode: code })
      : await closeOrder(actor, mover, { orderCode: order, to: "cancelled", reason });
  if (cancelled.ok) return redirect(paths.order(languageOf(args, null), code, key), 303);
  if (cancelled.code === "order_not_found") throw notFound();
  const code409 = cancelled.code === "move_not_allowed" ? "cancel_too_late" : cancelled.code;
  const reply = failureReply({ ok: false, code: code409 }, read.submission);
  return data<MutationReply>(reply, { status: 409 });
}

export default function CancellationPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const back = paths.order(language, page.code, page.orderKey);
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={back} text={t("orders.orderTitle", { code: page.code })} />
      <h1 className="text-3xl">{t("orders.cancelTitle")}</h1>
      {page.isPossible ? (
        <CancellationForm {...page} back={back} reply={reply} />
      ) : (
        <Refusal title={errorText(t, "cancel_too_late")}>
          <a href={back} className="text-persimmon">
            {t("orders.orderTitle", { code: page.code })}
          </a>
        </Refusal>
      )}
    </div>
  );
}
