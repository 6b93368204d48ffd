import { SHIPPING_ZONES } from "~/domain/fulfilment/shipping-zones";
import type { ShippingTariff } from "~/domain/fulfilment/shipping-tariff";
import { stemOfPlace } from "~/domain/places/place-name";
import type { Province } from "~/domain/places/types";
import { formatInteger } from "~/platform/money";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { useMark } from "~/ui/in-language";

/** What a tariff charges, and how it counts; for the department and for everyone. */
export function TariffTable(props: { tariff: ShippingTariff; provinces: readonly Province[] }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { rates, stepGrams, volumetricDivisor, nearProvinceCodes } = props.tariff;
  const grams = formatInteger(stepGrams, language);
  const near = props.provinces.filter(({ code }) => nearProvinceCodes.includes(code));
  return (
    <>
      <table className="table mt-3 text-[min(1rem,5vw)] wrap-normal">
        <thead>
          <tr>
            <th scope="col">{t("shipping.tariffZone")}</th>
            <th scope="col" className="amount whitespace-normal">
              {t("shipping.tariffFirst", { grams })}
            </th>
            <th scope="col" className="amount whitespace-normal">
              {t("shipping.tariffNext", { grams })}
            </th>
          </tr>
        </thead>
        <tbody>
          {SHIPPING_ZONES.map((zone) => (
            <tr key={zone}>
              <th scope="row">{t(`shipping.zone_${zone}`)}</th>
              <td className="amount">
                <Money amountVnd={rates[zone].firstStepVnd} language={language} />
              </td>
              <td className="amount">
                <Money amountVnd={rates[zone].nextStepVnd} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-soft">
        {near.length === 0
          ? t("shipping.tariffNearNone")
          : t("shipping.tariffNear", {
              provinces: mark(near.map(({ name }) => stemOfPlace(name)).join(", "), "vi"),
            })}
      </p>
      <p className="mt-1 text-soft">
        {t("shipping.tariffVolume", { divisor: formatInteger(volumetricDivisor, language) })}
      </p>
    </>
  );
}
