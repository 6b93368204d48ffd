import { pickupField } from "~/domain/orders/pickup-fields";
import type { QuoteHousehold } from "~/domain/orders/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/**
 * For each household that lets buyers come: sent, or fetched at one of its points. Without a script a button counts
 * anew; `enhance.js` asks for the same page as soon as another way is chosen.
 */
export function PickupFields({ households }: { households: readonly QuoteHousehold[] }) {
  const t = useT();
  const offering = households.filter(
    ({ hasGoods, shippingRules }) => hasGoods && shippingRules.pickupPoints.length > 0,
  );
  if (offering.length === 0) return null;
  return (
    <>
      {offering.map((household) => (
        <PickupField key={household.householdId} household={household} />
      ))}
      <button
        name="intent"
        value="recount"
        formAction="#order-summary"
        className="button button-quiet"
        data-without-script=""
      >
        {t("shipping.recount")}
      </button>
    </>
  );
}

function PickupField({ household }: { household: QuoteHousehold }) {
  const t = useT();
  const mark = useMark();
  const { householdId, householdName, shippingRules, pickupPoint } = household;
  const ways = [
    { id: "", label: t("shipping.receiveSend"), hint: null },
    ...shippingRules.pickupPoints.map(({ id, name, address, hours }) => ({
      id,
      label: t("shipping.pickupAt", { name: mark(name, "vi") }),
      hint: `${mark(address, "vi")}. ${t("shipping.pickupHours", { hours: mark(hours, "vi") })}`,
    })),
  ];
  return (
    <fieldset className="my-4">
      <legend className="font-semibold">
        {t("shipping.receiveTitle", { name: householdName })}
      </legend>
      {ways.map(({ id, label, hint }) => (
        <label
          key={id}
          className="card mt-2 flex min-h-12 cursor-pointer items-center gap-3 px-4 py-2"
        >
          <input
            type="radio"
            name={pickupField(householdId)}
            value={id}
            defaultChecked={id === (pickupPoint?.id ?? "")}
          />
          <span>
            <span className="block font-medium">{label}</span>
            {hint === null ? null : <span className="block text-sm text-soft">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
