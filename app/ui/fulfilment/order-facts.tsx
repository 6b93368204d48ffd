import type { ReactNode } from "react";
import { formatPhone } from "~/domain/identity/phone";
import { hasFallenThrough, isStillToCome } from "~/domain/orders/order-progress";
import type { HouseholdOrderView } from "~/domain/orders/types";
import { Icon } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useBuyerName } from "~/ui/orders/buyer-name";
import { useLanguage, useT } from "~/ui/site";
import { carrierName } from "./carrier-name";
import { arrivalDays } from "./shipping-words";

/** Where the parcel goes, and the number to call. */
export function BuyerSection({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  const mark = useMark();
  const buyerName = useBuyerName();
  const place = [order.addressLine, order.communeName, order.provinceName];
  return (
    <section className="border-t border-line py-5">
      <h2 className="text-xl">{t("households.buyer")}</h2>
      <Facts
        facts={[
          [t("households.buyerName"), buyerName(order.buyerName)],
          [t("households.buyerAddress"), mark(place.filter(Boolean).join(", "), "vi")],
          ...(order.note ? [[t("households.buyerNote"), mark(order.note)] as const] : []),
        ]}
      />
      <PromisedArrival order={order} />
      {order.buyerPhone === "" ? null : (
        <p className="mt-3">
          <a className="button button-quiet w-full" href={`tel:${order.buyerPhone}`}>
            <Icon name="phone" />
            <span className="num">
              {t("households.buyerCall", { phone: formatPhone(order.buyerPhone) })}
            </span>
          </a>
        </p>
      )}
    </section>
  );
}

/** What the buyer was told, while it can still be kept. */
function PromisedArrival({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  const { arrivesFrom, arrivesBy, status } = order;
  if (!isStillToCome(status) || arrivesFrom === null || arrivesBy === null) return null;
  const days = arrivalDays({ from: arrivesFrom, to: arrivesBy });
  return <p className="mt-3">{t("shipping.arrivalPromised", days)}</p>;
}

export function GoodsSection({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const money = (amountVnd: number) => <Money amountVnd={amountVnd} language={language} />;
  const taxVnd = order.vatVnd + order.pitVnd;
  return (
    <section className="border-t border-line py-5">
      <h2 className="text-xl">{t("households.orderGoods")}</h2>
      <ul>
        {order.lineItems.map((line) => (
          <li
            key={line.productSlug}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-3"
          >
            <span className="min-w-0">
              <span className="block text-lg font-semibold">{mark(line.productName, "vi")}</span>
              <span className="block text-soft">{mark(line.packLabel, "vi")}</span>
              <span className="num block">
                <strong className="text-xl">{line.quantity}</strong> × {money(line.unitPriceVnd)}
              </span>
            </span>
            {money(line.totalVnd)}
          </li>
        ))}
      </ul>
      <dl className="mt-3">
        <Amount name={t("households.orderItems")}>{money(order.itemsVnd)}</Amount>
        <Amount name={t("households.orderShipping")}>{money(order.shippingVnd)}</Amount>
        <Amount name={t("common.total")}>
          <strong>{money(order.totalVnd)}</strong>
        </Amount>
        {hasFallenThrough(order.status) ? (
          <Amount name={t("vouchers.ofBuyer")}>
            <strong>{money(0)}</strong>
          </Amount>
        ) : (
          <>
            {order.voucherVnd === 0 ? null : (
              <>
                <Amount name={t("vouchers.ofOrder")}>{money(order.voucherVnd)}</Amount>
                <Amount name={t("vouchers.ofBuyer")}>
                  {money(order.totalVnd - order.voucherVnd)}
                </Amount>
              </>
            )}
            <Amount name={t("households.orderCommission")}>{money(-order.commissionVnd)}</Amount>
            {taxVnd === 0 ? null : (
              <Amount name={t("households.orderTax")}>{money(-taxVnd)}</Amount>
            )}
            <Amount name={t("households.orderNet")}>
              <strong>{money(order.totalVnd - order.commissionVnd - taxVnd)}</strong>
            </Amount>
          </>
        )}
      </dl>
    </section>
  );
}

function Amount({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 py-1">
      <dt className="text-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** When what happened, and with whom the parcel went. */
export function CourseSection({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  const moments = [
    [t("households.orderPlaced"), order.placedAt],
    [t("households.orderConfirmed"), order.confirmedAt],
    [t("households.orderShipped"), order.shippedAt],
    [t("households.orderDelivered"), order.deliveredAt],
  ] as const;
  return (
    <section className="border-t border-line py-5">
      <h2 className="text-xl">{t("households.orderCourse")}</h2>
      <Facts
        facts={[
          ...moments.flatMap(([name, instant]) =>
            instant === null ? [] : [[name, <LocalTime key={name} instant={instant} />] as const],
          ),
          ...(order.carrier
            ? [[t("households.carrier"), carrierName(t, order.carrier)] as const]
            : []),
          ...(order.trackingCode
            ? [[t("households.trackingCode"), order.trackingCode] as const]
            : []),
        ]}
      />
    </section>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="mt-2">
      {facts.map(([name, value]) => (
        <div key={name} className="border-b border-line py-2 sm:flex sm:gap-4">
          <dt className="text-soft sm:w-40 sm:shrink-0">{name}</dt>
          <dd className="text-lg font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
