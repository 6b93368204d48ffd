import type { FieldMetadata } from "@conform-to/react";
import type { Commune, Province } from "~/domain/places/types";
import { CommuneFields } from "~/ui/places/commune-fields";
import { TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";

export type CheckoutPlaces = {
  provinceCode: string;
  provinces: readonly Province[];
  communes: readonly Commune[];
};

export type ReceiverFieldName =
  "buyerName" | "buyerPhone" | "provinceCode" | "communeCode" | "addressLine";

/** Who receives it, and where: at the checkout, on a harvest's list and in the address book. */
export function ReceiverFields(props: {
  fields: Record<ReceiverFieldName, FieldMetadata<string>>;
  places: CheckoutPlaces;
  /** Nothing is brought: where the buyer lives is asked, and not in which house. */
  isFetched?: boolean;
}) {
  const t = useT();
  const { fields, places } = props;
  return (
    <>
      <TextField field={fields.buyerName} label={t("orders.fullName")} autoComplete="name" />
      <TextField
        field={fields.buyerPhone}
        label={t("orders.phone")}
        hint={t("orders.phoneHint")}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
      <CommuneFields
        province={fields.provinceCode}
        commune={fields.communeCode}
        provinces={places.provinces}
        communes={places.communes}
      />
      <TextField
        field={fields.addressLine}
        label={t("orders.addressLine")}
        hint={props.isFetched ? t("orders.addressNotNeeded") : t("orders.addressHint")}
        autoComplete="street-address"
        {...(props.isFetched ? { optional: true as const } : {})}
      />
    </>
  );
}
