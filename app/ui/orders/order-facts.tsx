import type { CheckoutView } from "~/domain/orders/types";
import { formatPhone } from "~/domain/identity/phone";
import { Fact } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { useBuyerName } from "./buyer-name";

/** Where it goes and what it cost: the buyer's copy of the contract. What is all fetched goes nowhere. */
export function OrderFacts({ checkout }: { checkout: CheckoutView }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const buyerName = useBuyerName();
  return (
    <dl className="facts">
      <Fact term={t("orders.receiver")}>
        {buyerName(checkout.buyerName)}
        <br />
        {formatPhone(checkout.buyerPhone)}
      </Fact>
      {checkout.addressLine === "" ||
      checkout.orders.every((order) => order.pickupPoint !== null) ? null : (
        <Fact term={t("orders.deliverTo")}>
          {mark(
            [checkout.addressLine, checkout.communeName, checkout.provinceName]
              .filter(Boolean)
              .join(", "),
            "vi",
          )}
        </Fact>
      )}
      {checkout.note ? <Fact term={t("orders.note")}>{mark(checkout.note)}</Fact> : null}
      <Fact term={t("orders.method")}>
        {checkout.dueVnd === 0 ? t("vouchers.paysAll") : t(`orders.method_${checkout.method}`)}
      </Fact>
      <Fact term={t("orders.itemsTotal")}>
        <Money amountVnd={checkout.itemsVnd} language={language} />
      </Fact>
      <Fact term={t("orders.shippingFee")}>
        <Money amountVnd={checkout.shippingVnd} language={language} />
      </Fact>
      <Fact term={t("common.total")}>
        <strong>
          <Money amountVnd={checkout.totalVnd} language={language} />
        </strong>
      </Fact>
      {checkout.voucher ? (
        <Fact term={t("vouchers.off", { name: mark(checkout.voucher.name, "vi") })}>
          <Money amountVnd={-checkout.voucher.amountVnd} language={language} />
        </Fact>
      ) : null}
      {checkout.fallenVnd > 0 ? (
        <Fact term={t("orders.fallen")}>
          <Money amountVnd={-checkout.fallenVnd} language={language} />
        </Fact>
      ) : null}
      {checkout.voucher || checkout.fallenVnd > 0 ? (
        <Fact term={t("vouchers.due")}>
          <strong>
            <Money amountVnd={checkout.dueVnd - checkout.fallenVnd} language={language} />
          </strong>
        </Fact>
      ) : null}
    </dl>
  );
}
