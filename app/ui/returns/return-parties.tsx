import { formatPhone } from "~/domain/identity/phone";
import type { ReturnView } from "~/domain/returns/types";
import { Icon } from "~/ui/households/icon";
import { useBuyerName } from "~/ui/orders/buyer-name";
import { useT } from "~/ui/site";

/** The order, and whom to call about it. */
export function ReturnParties(props: {
  request: ReturnView;
  /** Null where this desk has no page of it. */
  orderHref: string | null;
  /** Shown to those who are not it. */
  hasHousehold: boolean;
}) {
  const t = useT();
  const buyerName = useBuyerName();
  const { request, orderHref } = props;
  const parties = [
    { name: buyerName(request.buyerName), phone: request.buyerPhone, who: t("returns.buyer") },
    ...(props.hasHousehold
      ? [{ name: request.householdName, phone: request.householdPhone, who: t("returns.seller") }]
      : []),
  ];
  return (
    <section className="mt-8 border-t border-line py-4">
      <h2 className="text-xl">{t("returns.order")}</h2>
      <p className="num mt-1">
        {orderHref === null ? (
          request.orderCode
        ) : (
          <a href={orderHref} className="inline-flex min-h-12 items-center">
            {request.orderCode}
          </a>
        )}
      </p>
      {parties.map(({ name, phone, who }) => (
        <p key={who} className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <span>
            <span className="text-soft">{who}:</span> {name}
          </span>
          {phone === "" ? null : (
            <a className="button button-quiet" href={`tel:${phone}`}>
              <Icon name="phone" />
              <span className="num">{formatPhone(phone)}</span>
            </a>
          )}
        </p>
      ))}
    </section>
  );
}
