import { useForm } from "@conform-to/react";
import { OPEN_ORDER_STATUSES } from "~/domain/orders/order-progress";
import type { HouseholdOrderView } from "~/domain/orders/types";
import type { OrderPacks } from "~/domain/orders/types-recall";
import { earnedOf } from "~/domain/settlement/cash-kept";
import type { Language } from "~/platform/language";
import { formatVnd } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { ariaOf, FieldFrame, FormErrors, textOf } from "~/ui/primitives/form";
import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { errorText, type Translate } from "~/web/i18n";
import type { FormReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { ShipmentForm } from "./shipment-form";
import { takesCashItself } from "./takes-cash-itself";

/** What the order's doors found wrong, with what was typed. */
export type OrderReplies = { shipment?: FormReply | undefined; closure?: FormReply | undefined };

/** What to do next, as one big button; the rare endings are folded away below it. */
export function OrderNextStep(
  props: OrderReplies & { order: HouseholdOrderView; problem: string | null },
) {
  const t = useT();
  const { order } = props;
  const isOver = !OPEN_ORDER_STATUSES.some((status) => status === order.status);
  return (
    <section className="card my-6 px-5 py-4">
      {isOver ? null : <h2 className="text-xl">{t("households.orderNext")}</h2>}
      {props.problem ? <Refusal title={errorText(t, props.problem)} /> : null}
      <NextMove order={order} reply={props.shipment} />
      {order.clockAt !== null && order.status !== "shipped" ? (
        <p className="mt-3 text-soft">
          {t(
            order.cashVnd === order.totalVnd - order.voucherVnd
              ? "households.orderDeadlineCash"
              : "households.orderDeadline",
            {
              time: formatInstant(order.clockAt),
            },
          )}
        </p>
      ) : null}
      {order.status === "placed" || order.status === "confirmed" || order.status === "packed" ? (
        <ClosureSection code={order.code} to="cancelled" reply={props.closure} />
      ) : null}
      {order.status === "shipped" ? (
        <>
          {order.carrier ? (
            <p className="mt-3">
              <a className="inline-flex min-h-12 items-center" href={paths.orderParcel(order.code)}>
                {t("households.correctParcel")}
              </a>
            </p>
          ) : null}
          <ClosureSection code={order.code} to="refused" reply={props.closure} />
          {order.pickupPoint ? null : (
            <ClosureSection code={order.code} to="lost" reply={props.closure} />
          )}
        </>
      ) : null}
    </section>
  );
}

const isUnfit = (packs: OrderPacks) => packs.isRecalled || packs.isTooOld;

type Reply = FormReply | undefined;

function NextMove({ order, reply }: { order: HouseholdOrderView; reply: Reply }) {
  const t = useT();
  const isCash = order.cashVnd > 0;
  switch (order.status) {
    case "placed":
      return (
        <form method="post" action={paths.orderConfirmation(order.code)}>
          <p className="mt-1">{t("households.orderNext_placed")}</p>
          <button className="button button-main mt-3 w-full text-lg">
            {t("households.confirmOrder")}
          </button>
        </form>
      );
    case "confirmed":
      // Packs of a recalled or too old lot are not sent: the notice above says what to do first.
      if (order.packs.some(isUnfit)) return null;
      if (order.pickupPoint) return <ReadyForm order={order} />;
      return (
        <>
          <ShipmentForm order={order} reply={reply} />
          <form method="post" action={paths.orderPacking(order.code)} className="mt-4">
            <p className="text-soft">{t("households.packHint")}</p>
            <button className="button button-quiet mt-2 w-full">{t("households.packOrder")}</button>
          </form>
        </>
      );
    case "packed":
      if (order.packs.some(isUnfit)) return null;
      if (order.pickupPoint) return <ReadyForm order={order} />;
      return <ShipmentForm order={order} reply={reply} />;
    case "shipped":
      return (
        <form method="post" action={paths.orderDelivery(order.code)}>
          <p className="mt-1">
            {isCash ? t("households.orderNext_shippedCod") : t("households.orderNext_shipped")}
          </p>
          <button className="button button-main mt-3 w-full text-lg">
            {isCash ? t("households.deliverOrderCod") : t("households.deliverOrder")}
          </button>
        </form>
      );
    case "delivered":
    case "cancelled":
    case "refused":
    case "lost":
      return <Ended order={order} status={order.status} />;
  }
}

/** What became of it, and what the household still owes of cash that it took. */
function Ended(props: {
  order: HouseholdOrderView;
  status: "delivered" | "cancelled" | "refused" | "lost";
}) {
  const { order, status } = props;
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <>
      <p className="text-lg">
        {status === "delivered" && takesCashItself(order)
          ? `${t("households.orderDone_deliveredAtDoor")} ${leftAtDoor(order, { t, language })}`
          : t(`households.orderDone_${status}`)}
        {status === "cancelled" && (order.statusBy === "buyer" || order.statusBy === "clock")
          ? ` ${t(`households.orderDoneBy_${order.statusBy}`)}`
          : ""}
      </p>
      {order.statusReason ? (
        <p className="mt-1">{t("households.reasonGiven", { reason: mark(order.statusReason) })}</p>
      ) : null}
    </>
  );
}

/** Who still owes whom: part of the order may have been paid by a transfer or a voucher. */
function leftAtDoor(
  order: HouseholdOrderView,
  { t, language }: { t: Translate; language: Language },
): string {
  const leftVnd = earnedOf(order) - order.cashVnd;
  const amount = formatVnd(Math.abs(leftVnd), language);
  if (leftVnd > 0) return t("households.orderDone_marketOwes", { amount });
  if (leftVnd === 0) return t("households.orderDone_nobodyOwes");
  return order.vatVnd + order.pitVnd === 0
    ? t("households.orderDone_commissionOwed", { amount })
    : t("households.orderDone_taxOwed", { amount });
}

/** The buyer comes for it: nobody carries it. */
function ReadyForm({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  return (
    <form method="post" action={paths.orderShipment(order.code)}>
      <p className="mt-1">{t("shipping.orderPickupNext")}</p>
      <button className="button button-main mt-3 w-full text-lg">{t("shipping.orderReady")}</button>
    </form>
  );
}

function ClosureSection(props: {
  code: string;
  to: "cancelled" | "refused" | "lost";
  reply: Reply;
}) {
  const t = useT();
  const { code, to, reply } = props;
  const isCancel = to === "cancelled";
  const isMine = reply?.submission.initialValue?.["to"] === to;
  const [form, fields] = useForm<Record<"to" | "reason", string>>({
    id: `closure-${to}`,
    lastResult: isMine ? reply.submission : null,
  });
  const reason = {
    field: fields.reason,
    label: t(`households.closeReason_${to}`),
    ...(isCancel ? {} : { optional: true as const }),
  };
  return (
    <details className="mt-5 border-t border-line" open={isMine}>
      <summary className="min-h-12 cursor-pointer py-3 font-semibold">
        {t(`households.closeTitle_${to}`)}
      </summary>
      <form method="post" id={form.id} action={paths.orderClosure(code)}>
        {to === "refused" ? null : <p>{t(`households.closeText_${to}`)}</p>}
        <FormErrors form={form} />
        <input type="hidden" name="to" value={to} />
        <FieldFrame {...reason}>
          <textarea
            id={reason.field.id}
            name={reason.field.name}
            rows={isMine ? 6 : 2}
            maxLength={isMine ? undefined : 300}
            defaultValue={textOf(reason.field)}
            {...ariaOf(reason)}
          />
        </FieldFrame>
        <button className="button button-danger mt-3 w-full">
          {t(`households.closeOrder_${to}`)}
        </button>
      </form>
    </details>
  );
}
