import type { ReactNode } from "react";
import type { CheckoutView } from "~/domain/orders/types";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { OrderFacts } from "./order-facts";

/** Beside the goods: who, where, how, and the way to a copy on paper. */
export function OrderFactsSection(props: {
  checkout: CheckoutView;
  orderKey: string;
  children: ReactNode;
}) {
  const t = useT();
  const language = useLanguage();
  const { checkout, orderKey } = props;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-3 text-xl">
        {t("orders.facts")}
      </h2>
      <OrderFacts checkout={checkout} />
      <p className="no-print mt-4">
        <a
          href={paths.orderPrint(language, checkout.code, orderKey)}
          className="inline-flex min-h-12 items-center"
        >
          {t("orders.printLink")}
        </a>
      </p>
      <p className="no-print mt-2 text-sm text-soft">{t("orders.keepLink")}</p>
      {props.children}
    </section>
  );
}
