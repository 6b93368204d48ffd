import type { ContractOrder, ContractView } from "~/domain/contracts/types";
import { formatVnd } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";

/** The orders that were placed under a contract. */
export function ContractOrders(props: {
  contract: ContractView;
  /** Null where this reader has no page of it. */
  hrefOf: ((order: ContractOrder) => string | null) | null;
}) {
  const t = useT();
  const language = useLanguage();
  const { orders, status } = props.contract;
  if (orders.length === 0 && status !== "concluded") return null;
  return (
    <section className="mt-6" aria-labelledby="orders">
      <h2 id="orders" className="text-xl">
        {t("contracts.orders")}
      </h2>
      {orders.length === 0 ? <p className="text-soft">{t("contracts.ordersNone")}</p> : null}
      <ul>
        {orders.map((order) => {
          const href = props.hrefOf?.(order) ?? null;
          return (
            <li
              key={order.orderCode}
              className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-1"
            >
              <span className="num inline-flex min-h-12 items-center">
                {href === null ? order.orderCode : <a href={href}>{order.orderCode}</a>}
              </span>
              <span>
                {t(`orders.status_${order.status}`)}
                {order.status === "awaiting_payment" && order.payBy !== null
                  ? `, ${t("contracts.orderDeadline", { time: formatInstant(order.payBy) })}`
                  : null}
              </span>
              <strong className="num">{formatVnd(order.totalVnd, language)}</strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Who did what and said what, oldest first. */
export function ContractThread({ contract }: { contract: ContractView }) {
  const t = useT();
  const mark = useMark();
  return (
    <section className="mt-6" aria-labelledby="thread">
      <h2 id="thread" className="text-xl">
        {t("contracts.thread")}
      </h2>
      <ol className="mt-2">
        {contract.events.map((event) => (
          <li key={event.occurredAt + event.toStatus} className="border-t border-line py-3">
            <p>
              <strong>{t(`contracts.by_${event.movedBy}`)}</strong>{" "}
              {t(`contracts.event_${event.toStatus}`)}{" "}
              <span className="text-sm text-soft">
                <LocalTime instant={event.occurredAt} />
              </span>
            </p>
            {event.note === "" ? null : (
              <p className="mt-1 max-w-prose whitespace-pre-line">{mark(event.note, "vi")}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
