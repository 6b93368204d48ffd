import { useForm } from "@conform-to/react";
import type { CheckoutOrderView } from "~/domain/orders/types";
import { formatVnd } from "~/platform/money";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { OrderedLines } from "./ordered-lines";

/** What is called off, what becomes of the money, and the two ways on. */
export function CancellationForm(props: {
  code: string;
  orderKey: string;
  order: string;
  isUnpaid: boolean;
  isCash: boolean;
  orders: readonly CheckoutOrderView[];
  back: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { code, orderKey: key, order, orders, reply } = props;
  const [form, fields] = useForm<Record<"reason", string>>({
    id: "cancellation",
    lastResult: reply?.submission ?? null,
  });
  const total = orders.reduce((sum, one) => sum + one.totalVnd - one.voucherVnd, 0);
  const amount = formatVnd(total, language);
  const target = props.isUnpaid ? { code, key } : { code, key, order };
  return (
    <form method="post" id={form.id} action={paths.orderCancellation(language, target)}>
      <FormErrors form={form} failure={reply?.failure} />
      {orders.map((one) => (
        <section key={one.code} className="mt-4">
          <h2 className="text-xl">{one.householdName}</h2>
          <OrderedLines order={one} />
        </section>
      ))}
      <p className="mt-4 max-w-prose text-lg">
        {props.isUnpaid
          ? t("orders.cancelText_unpaid")
          : props.isCash
            ? t("orders.cancelText_cash")
            : t("orders.cancelText_paid", { amount })}
      </p>
      {props.isUnpaid ? null : (
        <TextAreaField field={fields.reason} label={t("orders.cancelReason")} rows={2} optional />
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <button className="button button-danger">{t("orders.cancelConfirm")}</button>
        <a className="button button-quiet" href={props.back}>
          {t("orders.cancelKeep")}
        </a>
      </div>
    </form>
  );
}
