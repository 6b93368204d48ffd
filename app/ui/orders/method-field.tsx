import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { RadioField, type FieldProps } from "~/ui/primitives/form";
import { useT } from "~/ui/site";

/** How to pay: each way with what it means. */
export function MethodField(props: {
  field: FieldProps["field"];
  methods: readonly PaymentMethod[];
}) {
  const t = useT();
  return (
    <RadioField
      field={props.field}
      label={t("orders.method")}
      options={props.methods.map((method) => ({
        value: method,
        label: t(`orders.method_${method}`),
        hint: t(`orders.methodHint_${method}`),
      }))}
    />
  );
}
