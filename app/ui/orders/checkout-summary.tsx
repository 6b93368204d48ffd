import type { ReactNode } from "react";
import { isFreeShipping } from "~/domain/fulfilment/shipping-cost";
import type { Quote, QuoteHousehold, QuoteLine } from "~/domain/orders/types";
import { arrivalDays, shipsWhenText } from "~/ui/fulfilment/shipping-words";
import type { Voucher } from "~/domain/vouchers/types";
import { useBilingual, useMark } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { lineProblem, priceChangeText } from "./quote";

/** What is ordered and what it costs, shipping for each household. */
export function CheckoutSummary(props: {
  quote: Quote;
  voucher: Voucher | null;
  children: ReactNode;
}) {
  const { quote, voucher } = props;
  const t = useT();
  const language = useLanguage();
  return (
    <section
      id="order-summary"
      data-follows-province=""
      aria-labelledby="summary"
      className="self-start border-t-4 border-leaf pt-4 lg:sticky lg:top-4"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="summary" className="text-xl">
          {t("orders.summary")}
        </h2>
        <a href={paths.cart(language)} className="inline-flex min-h-12 items-center">
          {t("orders.changeCart")}
        </a>
      </div>
      <ul>
        {quote.lines.map((line) => (
          <SummaryLine key={line.productId} line={line} />
        ))}
      </ul>
      <dl className="mt-3 grid gap-1">
        {quote.households
          .filter((household) => household.hasGoods)
          .map((household) => (
            <ShippingRow key={household.householdId} household={household} />
          ))}
        {voucher ? <VoucherRow voucher={voucher} /> : null}
        <div className="mt-2 flex items-baseline justify-between gap-4 border-t border-line pt-3">
          <dt className="font-semibold">{t("common.total")}</dt>
          <dd className="text-2xl font-bold text-persimmon">
            <Money
              amountVnd={(quote.totalVnd ?? 0) - (voucher?.amountVnd ?? 0)}
              language={language}
            />
          </dd>
        </div>
      </dl>
      {props.children}
    </section>
  );
}

/** What a programme takes off. */
function VoucherRow({ voucher }: { voucher: Voucher }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <div className="flex justify-between gap-4 font-medium">
      <dt>{t("vouchers.off", { name: mark(voucher.name, "vi") })}</dt>
      <dd>
        <Money amountVnd={-voucher.amountVnd} language={language} />
      </dd>
    </div>
  );
}

function SummaryLine({ line }: { line: QuoteLine }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  const notes = [lineProblem(t, line), priceChangeText(t, language, line)].filter(Boolean);
  return (
    <li className="flex justify-between gap-4 border-b border-line py-2">
      <span>
        {bilingual(line.name, line.nameEn)}
        <span className="block text-sm text-soft">
          {bilingual(line.packLabel, line.packLabelEn)} × {line.quantity}
        </span>
        {notes.map((note) => (
          <span key={note} className="block text-sm font-medium text-persimmon">
            {note}
          </span>
        ))}
      </span>
      <Money amountVnd={line.totalVnd} language={language} />
    </li>
  );
}

/** What sending from one household costs and when it goes, or where the buyer comes for it. */
function ShippingRow({ household }: { household: QuoteHousehold }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { householdName, itemsVnd, pickupPoint, shippingRules, nextShipOn, arrival } = household;
  const isFree = isFreeShipping(itemsVnd, shippingRules.freeShippingFromVnd);
  const when = shipsWhenText(t, { shipDays: shippingRules.shipDays, nextShipOn });
  const note = pickupPoint
    ? t("shipping.pickupAt", { name: mark(pickupPoint.name, "vi") })
    : [
        isFree ? t("shipping.freeOfHousehold") : null,
        when,
        arrival && t("shipping.arrival", arrivalDays(arrival)),
      ]
        .filter(Boolean)
        .join(". ");
  return (
    <div className="flex justify-between gap-4 text-soft">
      <dt>
        {t("orders.shippingFrom", { name: householdName })}
        {note ? <span className="block text-sm">{note}</span> : null}
      </dt>
      <dd>
        <Money amountVnd={household.shippingVnd ?? 0} language={language} />
      </dd>
    </div>
  );
}
