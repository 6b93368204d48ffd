import type { FieldMetadata } from "@conform-to/react";
import { CARRIERS } from "~/domain/fulfilment/carriers";
import { ariaOf, FieldFrame, SelectField, textOf } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { carrierName } from "./carrier-name";

/** Who brings a parcel, chosen by a person and never by us: it decides who holds the cash. And its code. */
export function ParcelFields(props: {
  fields: { carrier: FieldMetadata<string>; trackingCode: FieldMetadata<string> };
  /** A courier takes cash: it is asked for by the code. */
  isCash: boolean;
  /** What the choice of nobody is called. */
  noCarrier: string;
  /** What was typed before stays, however long. */
  isAgain: boolean;
}) {
  const t = useT();
  const { fields, isCash } = props;
  const options = CARRIERS.map((carrier) => ({ value: carrier, label: carrierName(t, carrier) }));
  const tracking = {
    field: fields.trackingCode,
    label: t("households.trackingCode"),
    ...(isCash ? { hint: t("households.trackingCodeForCash") } : { optional: true as const }),
  };
  return (
    <>
      <SelectField
        field={fields.carrier}
        label={t("households.carrier")}
        options={options}
        emptyLabel={props.noCarrier}
      />
      <FieldFrame {...tracking}>
        <input
          id={tracking.field.id}
          name={tracking.field.name}
          maxLength={props.isAgain ? undefined : 60}
          autoComplete="off"
          defaultValue={textOf(tracking.field)}
          {...ariaOf(tracking)}
        />
      </FieldFrame>
    </>
  );
}
