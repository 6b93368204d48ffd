import type { ReactNode } from "react";
import type { PickupPoint, ShippingRules } from "~/domain/households/shipping-rules";
import { formatVnd } from "~/platform/money";
import type { LocalDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { shipsWhenText } from "./shipping-words";

/** How a household sends, among the facts of a public page; nothing where it has said nothing. */
export function ShippingFacts(props: { rules: ShippingRules; nextShipOn: LocalDate | null }) {
  const t = useT();
  const language = useLanguage();
  const { rules, nextShipOn } = props;
  const { freshReach, freeShippingFromVnd } = rules;
  const when = shipsWhenText(t, { shipDays: rules.shipDays, nextShipOn });
  return (
    <>
      {freshReach === "anywhere" ? null : (
        <Fact term={t("shipping.freshReach")}>{t(`shipping.reach_${freshReach}`)}</Fact>
      )}
      {when === null ? null : <Fact term={t("shipping.shipDays")}>{when}</Fact>}
      {freeShippingFromVnd === null ? null : (
        <Fact term={t("shipping.freeFrom")}>
          {t("shipping.freeFromText", { amount: formatVnd(freeShippingFromVnd, language) })}
        </Fact>
      )}
      {rules.pickupPoints.length === 0 ? null : (
        <Fact term={t("shipping.pickup")}>
          {rules.pickupPoints.map((point) => (
            <PickupPointText key={point.id} point={point} />
          ))}
        </Fact>
      )}
    </>
  );
}

function Fact(props: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Where to come and when, as the household wrote it. */
export function PickupPointText({ point }: { point: PickupPoint }) {
  const t = useT();
  const mark = useMark();
  return (
    <span className="block">
      <strong className="font-semibold">{mark(point.name, "vi")}</strong>
      <span className="block">{mark(point.address, "vi")}</span>
      <span className="block text-soft">
        {t("shipping.pickupHours", { hours: mark(point.hours, "vi") })}
      </span>
    </span>
  );
}
