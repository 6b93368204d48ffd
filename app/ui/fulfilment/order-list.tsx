import { OPEN_ORDER_STATUSES } from "~/domain/orders/order-progress";
import type { HouseholdOrderSummary } from "~/domain/orders/types";
import { Icon } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useBuyerName } from "~/ui/orders/buyer-name";
import { useLanguage, useT } from "~/ui/site";
import { formatVnd } from "~/platform/money";
import { paths } from "~/web/paths";
import { OrderStatusMark } from "./order-status-mark";

/** Newest first; the whole row leads to the order. */
export function HouseholdOrderList({ orders }: { orders: readonly HouseholdOrderSummary[] }) {
  return (
    <ul className="mt-4 border-t border-line">
      {orders.map((order) => (
        <li key={order.code} className="border-b border-line">
          <OrderRow order={order} />
        </li>
      ))}
    </ul>
  );
}

function OrderRow({ order }: { order: HouseholdOrderSummary }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const buyerName = useBuyerName();
  const isOpen = OPEN_ORDER_STATUSES.some((status) => status === order.status);
  return (
    <a
      href={paths.householdOrder(order.code)}
      className="block py-4 text-ink no-underline hover:underline"
    >
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="num font-bold">{order.code}</span>
        <OrderStatusMark status={order.status} />
      </span>
      <span className="mt-2 block text-lg font-semibold">
        {mark(order.productName, "vi")}
        {order.lineCount > 1 ? (
          <span className="font-normal text-soft">
            {" "}
            {t("households.orderMore", { count: order.lineCount - 1 })}
          </span>
        ) : null}
      </span>
      <span className="block">
        {buyerName(order.buyerName)} · {order.communeName}, {order.provinceName}
      </span>
      <span className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">
          <Money amountVnd={order.totalVnd} language={language} />
        </span>
        <span className="text-sm text-soft">
          <LocalTime instant={order.placedAt} />
        </span>
      </span>
      {order.cashVnd > 0 && isOpen ? (
        <span className="mt-1 flex items-center gap-2 font-semibold text-persimmon">
          <Icon name="money" />
          {t("households.collectCash", { amount: formatVnd(order.cashVnd, language) })}
        </span>
      ) : null}
    </a>
  );
}
