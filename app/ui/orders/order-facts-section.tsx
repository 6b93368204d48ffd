import type { ReactNode } from "react";
import type { CheckoutView } from "~/domain/orders/types";
import { useT } from "~/ui/site";
import { OrderFacts } from "./order-facts";
import { OrderPapers } from "./order-papers";

/** Beside the goods: who, where, how, and the way to a copy on paper. */
export function OrderFactsSection(props: {
  checkout: CheckoutView;
  orderKey: string;
  /** False: found by number and phone, which the seller knows too. */
  mayAct: boolean;
  children: ReactNode;
}) {
  const t = useT();
  const { checkout, orderKey } = props;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-3 text-xl">
        {t("orders.facts")}
      </h2>
      <OrderFacts checkout={checkout} />
      <OrderPapers code={checkout.code} orderKey={orderKey} mayAct={props.mayAct} />
      {props.children}
    </section>
  );
}
