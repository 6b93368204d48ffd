import { formatTaxCode } from "~/domain/households/tax-code";
import { formatPhone } from "~/domain/identity/phone";
import { isStillToCome } from "~/domain/orders/order-progress";
import type { PrintedSeller } from "~/domain/orders/types-print";
import type { CheckoutOrderView } from "~/domain/orders/types";
import { formatDate, formatInstant } from "~/platform/period";
import { daysText } from "~/ui/fulfilment/shipping-words";
import { useBilingual, useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** Who sells it, and when they sent it or on which days they send. */
export function PrintedSellerText(props: { seller: PrintedSeller; order: CheckoutOrderView }) {
  const t = useT();
  const mark = useMark();
  const { seller, order } = props;
  const address = [seller.addressLine, seller.communeName, seller.provinceName].join(", ");
  return (
    <>
      <p className="mt-1">
        {t("orders.printSeller", { name: seller.contactName, phone: formatPhone(seller.phone) })}
        <br />
        {t(`households.kind_${seller.kind}`)} · {mark(address, "vi")}
        <br />
        <TaxCode seller={seller} />
      </p>
      <SentWhen seller={seller} order={order} />
    </>
  );
}

function TaxCode({ seller }: { seller: PrintedSeller }) {
  const t = useT();
  if (seller.isTaxCodeHeldBack) return t("orders.printTaxCodeHeldBack");
  return seller.taxCode === null
    ? t("orders.printTaxCodeNone")
    : t("orders.printTaxCode", { code: formatTaxCode(seller.taxCode) });
}

function SentWhen({ seller, order }: { seller: PrintedSeller; order: CheckoutOrderView }) {
  const t = useT();
  const { shippedAt, deliveredAt, pickupPoint, status } = order;
  const isFetched = pickupPoint !== null;
  const texts = [
    shippedAt === null
      ? null
      : t(isFetched ? "orders.printReady" : "orders.printShipped", {
          time: formatInstant(shippedAt),
        }),
    deliveredAt === null ? null : t("orders.printDelivered", { time: formatInstant(deliveredAt) }),
    seller.shipDays !== null && shippedAt === null && !isFetched && isStillToCome(status)
      ? t("orders.printShipDays", { days: daysText(t, seller.shipDays) })
      : null,
  ].filter((text) => text !== null);
  return texts.length === 0 ? null : <p className="mt-1">{texts.join(" ")}</p>;
}

/** The lots that its packs come from. */
export function PrintedPacks({ packs }: { packs: PrintedSeller["packs"] }) {
  const t = useT();
  const bilingual = useBilingual();
  if (packs.length === 0) return null;
  return (
    <ul className="mt-2 text-sm">
      {packs.map((pack) => (
        <li key={pack.lotCode + pack.productName}>
          {bilingual(pack.productName, pack.productNameEn)} × {pack.quantity}:{" "}
          {t("orders.printLot", { code: pack.lotCode, date: formatDate(pack.madeOn) })}
          {pack.expiresOn === null
            ? ""
            : t("orders.printExpires", { date: formatDate(pack.expiresOn) })}
        </li>
      ))}
    </ul>
  );
}
