import type { PickupPoint } from "~/domain/households/shipping-rules";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** On top of the household's page of an order: nobody is to carry it anywhere. */
export function PickupNotice({ point }: { point: PickupPoint }) {
  const t = useT();
  const mark = useMark();
  return (
    <Notice tone="plain" title={t("shipping.orderPickup", { name: mark(point.name, "vi") })}>
      <p>{mark(point.address, "vi")}</p>
      <p>{t("shipping.pickupHours", { hours: mark(point.hours, "vi") })}</p>
    </Notice>
  );
}
