import { useT } from "~/ui/site";

/** A buyer's name on the pages of an order; what stands there once they have deleted their account. */
export function useBuyerName(): (name: string) => string {
  const t = useT();
  return (name) => (name === "" ? t("orders.buyerGone") : name);
}
