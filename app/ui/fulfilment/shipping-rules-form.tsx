import { useForm } from "@conform-to/react";
import { WEEKDAYS } from "~/domain/households/ship-days";
import { FRESH_REACHES, type ShippingRules } from "~/domain/households/shipping-rules";
import { formatInteger } from "~/platform/money";
import { useDesk } from "~/ui/households/use-desk";
import { CheckboxList } from "~/ui/primitives/checkbox-list";
import { FormErrors, RadioField, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { dayName } from "./shipping-words";

type Fields = { freshReach: string; shipDays: string[]; freeShippingFrom: string };

/** How far, on which days and from what amount free of charge the household sends. */
export function ShippingRulesForm(props: {
  rules: ShippingRules;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { query } = useDesk();
  const { freshReach, shipDays, freeShippingFromVnd } = props.rules;
  const [form, fields] = useForm<Fields>({
    id: "shipping",
    lastResult: props.reply?.submission,
    defaultValue: {
      freshReach,
      shipDays: (shipDays ?? WEEKDAYS).map(String),
      freeShippingFrom:
        freeShippingFromVnd === null ? "" : formatInteger(freeShippingFromVnd, language),
    },
  });
  return (
    <form method="post" action={paths.householdShipping(query)} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <RadioField
        field={fields.freshReach}
        label={t("shipping.freshReachField")}
        options={FRESH_REACHES.map((reach) => ({
          value: reach,
          label: t(`shipping.reachOption_${reach}`),
        }))}
      />
      <CheckboxList
        field={fields.shipDays}
        label={t("shipping.shipDaysField")}
        hint={t("shipping.shipDaysHint")}
        options={WEEKDAYS.map((day) => ({
          value: String(day),
          label: upperFirst(dayName(t, day)),
        }))}
      />
      <TextField
        field={fields.freeShippingFrom}
        label={t("shipping.freeFromField")}
        hint={t("shipping.freeFromHint")}
        inputMode="numeric"
        autoComplete="off"
        optional
      />
      <button className="button button-main w-full">{t("shipping.saveRules")}</button>
    </form>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
