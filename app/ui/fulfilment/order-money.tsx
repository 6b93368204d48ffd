import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { formatVnd } from "~/platform/money";
import { hasFallenThrough } from "~/domain/orders/order-progress";
import type { HouseholdOrderView } from "~/domain/orders/types";
import { Icon } from "~/ui/households/icon";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { takesCashItself } from "./takes-cash-itself";

/** What is to be collected at the door, said so that nobody misses it; or that nothing is. */
export function OrderMoney(props: { order: HouseholdOrderView; isFromStatement?: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { order } = props;
  const isOver = hasFallenThrough(order.status);
  const amount = formatVnd(order.cashVnd, language);
  const isOwnCash = takesCashItself(order);
  const isNeverPaid = isPaidAtDoor(order.method) && isOver;
  if (order.cashVnd === 0 && !isNeverPaid) {
    return (
      <p className="flex items-center gap-3 rounded bg-leaf-tint px-4 py-3 font-semibold">
        <Icon name="check" />
        <span>
          {order.voucherVnd === order.totalVnd
            ? isOver
              ? t("households.voucherUndone")
              : t("households.paidByVoucher")
            : isOver
              ? t("households.refundedByMarket")
              : t("households.paidByTransfer")}
          {props.isFromStatement === true ? (
            <span className="block font-normal">{t("statements.orderFromFile")}</span>
          ) : null}
        </span>
      </p>
    );
  }
  if (isOver || order.status === "delivered") {
    return (
      <p className="flex items-center gap-3 rounded bg-raised px-4 py-3 font-semibold">
        <Icon name="money" />
        {isOver
          ? t("households.cashNotCollected")
          : isOwnCash
            ? t("households.cashCollectedAtDoor", { amount })
            : t("households.cashCollected", { amount })}
      </p>
    );
  }
  const isByQr = order.method === "vietqr_on_delivery";
  return (
    <>
      <div className="flex items-center gap-4 rounded bg-persimmon-tint px-4 py-3 text-persimmon">
        <Icon name="money" />
        <div>
          <p className="num text-xl font-bold">
            {t(isByQr ? "households.collectAtDoor" : "households.collectCash", { amount })}
          </p>
          {isByQr ? <p className="text-ink">{t("households.collectAtDoorText")}</p> : null}
          <p className="text-ink">
            {order.pickupPoint
              ? t("households.collectCashText_pickup")
              : order.carrier === null
                ? t("households.collectCashText")
                : isOwnCash
                  ? t("households.collectCashText_self")
                  : t("households.collectCashText_courier")}
          </p>
        </div>
      </div>
      <DoorQr code={order.code} amount={amount} />
    </>
  );
}

/** The code to hold out to a buyer who pays by QR at the door. */
function DoorQr({ code, amount }: { code: string; amount: string }) {
  const t = useT();
  return (
    <details className="mt-2">
      <summary className="min-h-12 cursor-pointer py-3 font-semibold">
        {t("households.doorQrShow")}
      </summary>
      <img
        src={paths.householdOrderQr(code)}
        alt={`${t("households.doorQrShow")}: ${amount}`}
        width={320}
        height={320}
        loading="lazy"
        className="w-full max-w-80 rounded-lg border border-line"
      />
      <p className="mt-2">{t("households.doorQrText")}</p>
      <a className="button button-quiet mt-2" href={paths.householdOrder(code)}>
        {t("households.doorQrReload")}
      </a>
    </details>
  );
}
