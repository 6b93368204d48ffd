import type { SellerShelf } from "~/domain/catalog/types-places";
import type { ShippingZone } from "~/domain/fulfilment/shipping-zones";
import type { PublicHousehold } from "~/domain/households/types-public";
import { formatPhone } from "~/domain/identity/phone";
import { formatVnd } from "~/platform/money";
import { formatMonth, localDateOf, monthOf, type LocalDate } from "~/platform/period";
import { ShippingFacts } from "~/ui/fulfilment/shipping-facts";
import { RETURN_TERMS } from "~/ui/returns/return-terms";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { Fact } from "./product-facts";

/** Where a seller is, since when, how to reach it and what sending costs. */
export function HouseholdFacts(props: {
  household: PublicHousehold;
  shelf: Pick<SellerShelf, "certificateCount">;
  shipping: Record<ShippingZone, number>;
  nextShipOn: LocalDate | null;
}) {
  const t = useT();
  const language = useLanguage();
  const { household, shelf, shipping, nextShipOn } = props;
  const commune = { code: household.communeCode, name: household.communeName };
  return (
    <dl className="facts">
      <Fact term={t("catalog.place")}>
        <a href={paths.commune(language, commune)} className="underline">
          {commune.name}
        </a>
        {`, ${household.provinceName}`}
      </Fact>
      <Fact term={t("catalog.contact")}>{household.contactName}</Fact>
      <Fact term={t("catalog.sellerPhone")}>
        <a href={`tel:${household.phone}`}>{formatPhone(household.phone)}</a>
      </Fact>
      <Fact term={t("catalog.onMarketSince")}>
        {formatMonth(monthOf(localDateOf(household.createdAt)))}
      </Fact>
      {shelf.certificateCount > 0 ? (
        <Fact term={t("catalog.certificates")}>
          {t("catalog.certificateCount", { count: shelf.certificateCount })}
        </Fact>
      ) : null}
      <Fact term={t("catalog.shipping")}>
        {t("catalog.householdShipping", {
          inProvince: formatVnd(shipping.in_province, language),
          near: formatVnd(shipping.near, language),
          elsewhere: formatVnd(shipping.elsewhere, language),
        })}{" "}
        <a href={paths.shipping(language)} className="underline">
          {t("shipping.tariffLink")}
        </a>
      </Fact>
      <ShippingFacts rules={household.shippingRules} nextShipOn={nextShipOn} />
      <Fact term={t("catalog.returns")}>{t("catalog.returnsText", RETURN_TERMS)}</Fact>
    </dl>
  );
}
