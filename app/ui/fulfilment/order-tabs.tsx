import {
  HOUSEHOLD_ORDER_STATUSES,
  type HouseholdOrderStatus,
} from "~/domain/orders/order-progress";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ORDER_MARKS } from "./order-status-mark";

export type OrderTab = HouseholdOrderStatus | "all";

/** Plain links, one for each state, with what waits in the first four. */
export function OrderTabs(props: {
  tab: OrderTab;
  counts: { placed: number; confirmed: number; packed: number; shipped: number };
}) {
  const t = useT();
  const { query } = useDesk();
  const counts: Partial<Record<OrderTab, number>> = props.counts;
  const tabs: OrderTab[] = [...HOUSEHOLD_ORDER_STATUSES, "all"];
  return (
    <nav aria-label={t("households.ordersFilter")} className="mt-3">
      <ul className="flex flex-wrap gap-2">
        {tabs.map((tab) => (
          <li key={tab}>
            <a
              href={paths.householdOrders({ ...query, status: tab })}
              aria-current={tab === props.tab ? "page" : undefined}
              className="inline-flex min-h-12 items-center gap-2 rounded-full border border-line px-4 text-ink no-underline hover:underline aria-[current=page]:border-leaf aria-[current=page]:bg-leaf-tint aria-[current=page]:font-semibold"
            >
              <Icon name={tab === "all" ? "list" : ORDER_MARKS[tab].icon} />
              {t(`households.orderStatus_${tab}`)}
              {counts[tab] ? <span className="num font-bold">{counts[tab]}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
