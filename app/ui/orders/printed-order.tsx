import { formatTaxCode } from "~/domain/households/tax-code";
import { formatPhone } from "~/domain/identity/phone";
import type { PrintedSeller } from "~/domain/orders/types-print";
import { returnDays } from "~/domain/returns/return-reasons";
import { ANSWER_WITHIN_DAYS } from "~/domain/returns/return-status";
import type { CheckoutView } from "~/domain/orders/types";
import { formatDate, formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { formatVnd } from "~/platform/money";
import { OrderFacts } from "./order-facts";
import { OrderedLines } from "./ordered-lines";

/** What article 37 of the Consumer Protection Law asks a seller at a distance to say, on one sheet. */
export function PrintedOrder(props: {
  checkout: CheckoutView;
  paidAt: number | null;
  sellers: readonly PrintedSeller[];
}) {
  const t = useT();
  const language = useLanguage();
  const { checkout, paidAt, sellers } = props;
  return (
    <article>
      <h1 className="text-3xl">{t("orders.printTitle", { code: checkout.code })}</h1>
      <p className="mt-1">
        {t("orders.printPlaced", { time: formatInstant(checkout.placedAt) })}
        {paidAt === null ? "" : ` ${t("orders.printPaid", { time: formatInstant(paidAt) })}`}
      </p>
      {checkout.orders.map((order) => (
        <section key={order.code} className="mt-6 border-t border-line pt-3">
          <h2 className="text-xl">
            {order.householdName} <span className="num font-normal">· {order.code}</span>
          </h2>
          <Seller seller={sellers.find((one) => one.orderCode === order.code)} />
          <OrderedLines order={order} />
          <p className="text-right font-semibold">
            {t("common.total")}: {formatVnd(order.totalVnd, language)} ·{" "}
            {t(`orders.status_${order.status}`)}
          </p>
        </section>
      ))}
      <section className="mt-6 border-t border-line pt-3">
        <h2 className="mb-2 text-xl">{t("orders.facts")}</h2>
        <OrderFacts checkout={checkout} />
      </section>
      <section className="mt-6 border-t border-line pt-3">
        <h2 className="text-xl">{t("orders.printReturns")}</h2>
        <p className="mt-1 max-w-prose">
          {t("orders.printReturnsText", {
            goodsDays: returnDays("damaged"),
            wordsDays: returnDays("not_as_described"),
            answerDays: ANSWER_WITHIN_DAYS,
          })}
        </p>
      </section>
    </article>
  );
}

function TaxCode({ seller }: { seller: PrintedSeller }) {
  const t = useT();
  if (seller.isTaxCodeHeldBack) return t("orders.printTaxCodeHeldBack");
  return seller.taxCode === null
    ? t("orders.printTaxCodeNone")
    : t("orders.printTaxCode", { code: formatTaxCode(seller.taxCode) });
}

function Seller({ seller }: { seller: PrintedSeller | undefined }) {
  const t = useT();
  const mark = useMark();
  if (!seller) return null;
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
      {seller.packs.length === 0 ? null : (
        <ul className="mt-2 text-sm">
          {seller.packs.map((pack) => (
            <li key={pack.lotCode + pack.productName}>
              {mark(pack.productName, "vi")} × {pack.quantity}:{" "}
              {t("orders.printLot", { code: pack.lotCode, date: formatDate(pack.madeOn) })}
              {pack.expiresOn === null
                ? ""
                : t("orders.printExpires", { date: formatDate(pack.expiresOn) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
