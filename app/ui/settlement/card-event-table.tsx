import type { CardEventRow } from "~/domain/payments/types-cards";
import { LocalTime } from "~/ui/primitives/local-time";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Of each event what it was about and what came of it. */
export function CardEventTable({ events }: { events: readonly CardEventRow[] }) {
  const t = useT();
  return (
    <ScrollRegion label={t("money.cardEventsTitle")}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("money.cardEvent")}</th>
            <th scope="col">{t("money.cardEventVerdict")}</th>
            <th scope="col">{t("money.cardEventOrder")}</th>
            <th scope="col" className="amount">
              {t("money.amount")}
            </th>
            <th scope="col">{t("money.cardEventWhen")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <th scope="row" className="font-medium">
                <span className="num">{event.type}</span>
                <br />
                <span className="num text-sm font-normal break-all text-soft">{event.aboutId}</span>
              </th>
              <td className={event.status === "quarantined" ? "font-semibold text-persimmon" : ""}>
                {t(`money.cardEventReason_${event.reason}`)}
              </td>
              <td className="num">
                {event.orderCode ?? "–"}
                {event.reason === "unknown_refund" && event.checkoutId !== null ? (
                  <a href={paths.refund(event.checkoutId)} className="block">
                    {t("money.cardEventTakeOver")}
                  </a>
                ) : null}
              </td>
              <td className="amount num">
                {event.amountVnd === null ? "–" : `${event.amountVnd} ${event.currency}`}
              </td>
              <td>
                <LocalTime instant={event.occurredAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
