import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { switchMethod } from "~/domain/flows/switch-method.server";
import { methodForm } from "~/domain/orders/forms";
import { findCheckout } from "~/domain/orders/queries.server";
import { findMethods } from "~/domain/payments/queries-methods.server";
import { findPayment } from "~/domain/payments/queries.server";
import { formatVnd } from "~/platform/money";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { MethodField } from "~/ui/orders/method-field";
import { FormErrors } from "~/ui/primitives/form";
import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import { acting, checkoutOf } from "~/web/link-key.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("orders.methodTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!checkout || !payment) throw notFound();
  const methods = await findMethods(checkout.id);
  const { method } = checkout;
  return { code, orderKey: key, method, methods, remainingVnd: payment.remainingVnd };
}

export async function action(args: ActionFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const read = await readForm(args.request, methodForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { method } = read.value;
  const switched = await switchMethod(await currentActor(args), { checkoutCode: code, method });
  if (switched.ok) return redirect(paths.order(languageOf(args, null), code, key), 303);
  if (switched.code === "order_not_found") throw notFound();
  return data<MutationReply>(failureReply(switched, read.submission), { status: 409 });
}

export default function MethodPage() {
  const { code, orderKey: key, method, methods, remainingVnd } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const back = paths.order(language, code, key);
  const [form, fields] = useForm<Record<"method", string>>({
    id: "method",
    lastResult: reply?.submission ?? null,
    defaultValue: { method },
  });
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={back} text={t("orders.orderTitle", { code })} />
      <h1 className="text-3xl">{t("orders.methodTitle")}</h1>
      {methods.length > 1 ? (
        <form method="post" id={form.id} noValidate>
          <p className="mt-2">
            {t("orders.methodRemaining", { amount: formatVnd(remainingVnd, language) })}
          </p>
          <FormErrors form={form} failure={reply?.failure} />
          <MethodField field={fields.method} methods={methods} />
          <button className="button button-main mt-4">{t("orders.methodSave")}</button>
        </form>
      ) : (
        <Refusal title={errorText(t, "method_fixed")}>
          <a href={back} className="text-persimmon">
            {t("orders.orderTitle", { code })}
          </a>
        </Refusal>
      )}
    </div>
  );
}
