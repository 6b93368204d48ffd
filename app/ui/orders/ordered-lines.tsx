import type { CheckoutOrderView } from "~/domain/orders/types";
import { useBilingual } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The lines of one order and its shipping. */
export function OrderedLines({ order }: { order: CheckoutOrderView }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  return (
    <ul className="mt-3">
      {order.lineItems.map((line) => (
        <li key={line.productSlug} className="flex justify-between gap-4 border-b border-line py-2">
          <span>
            <a href={paths.product(language, line.productSlug)} className="text-ink">
              {bilingual(line.productName, line.productNameEn)}
            </a>
            <span className="block text-sm text-soft">
              {bilingual(line.packLabel, line.packLabelEn)} × {line.quantity} ·{" "}
              <Money amountVnd={line.unitPriceVnd} language={language} />
            </span>
          </span>
          <Money amountVnd={line.totalVnd} language={language} />
        </li>
      ))}
      <li className="flex justify-between gap-4 py-2 text-soft">
        <span>{t("orders.shippingFee")}</span>
        <Money amountVnd={order.shippingVnd} language={language} />
      </li>
    </ul>
  );
}
