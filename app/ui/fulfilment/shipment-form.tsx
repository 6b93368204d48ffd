import { useForm } from "@conform-to/react";
import type { HouseholdOrderView } from "~/domain/orders/types";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { FormReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { ParcelFields } from "./parcel-fields";

/** The parcel leaves: who brings it, and under which code. */
export function ShipmentForm(props: { order: HouseholdOrderView; reply: FormReply | undefined }) {
  const t = useT();
  const { order, reply } = props;
  const [form, fields] = useForm<Record<"carrier" | "trackingCode", string>>({
    id: "shipment",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={paths.orderShipment(order.code)}>
      <p className="mt-1">
        {order.status === "packed"
          ? t("households.orderNext_packed")
          : t("households.orderNext_confirmed")}
      </p>
      <FormErrors form={form} />
      <ParcelFields
        fields={fields}
        isCash={order.cashVnd > 0}
        noCarrier={order.isService ? t("households.carrier_none") : t("households.carrierChoose")}
        isAgain={reply !== undefined}
      />
      <button className="button button-main mt-4 w-full text-lg">
        {t("households.shipOrder")}
      </button>
    </form>
  );
}
