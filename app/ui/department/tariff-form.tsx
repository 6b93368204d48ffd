import { useForm, type FieldMetadata } from "@conform-to/react";
import type { TariffField } from "~/domain/fulfilment/forms-tariff";
import type { ShippingTariff } from "~/domain/fulfilment/shipping-tariff";
import { stemOfPlace } from "~/domain/places/place-name";
import type { Province } from "~/domain/places/types";
import { formatInteger } from "~/platform/money";
import { CheckboxList } from "~/ui/primitives/checkbox-list";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Fields = Record<Exclude<TariffField, "nearProvinceCodes">, string> & {
  nearProvinceCodes: string[];
};

/** A new tariff, filled in with the one in force: an officer changes what has changed. */
export function TariffForm(props: {
  tariffId: string;
  /** The one in force. */
  current: ShippingTariff;
  /** Those that may count as near. */
  others: readonly Province[];
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<Fields>({
    id: "tariff",
    lastResult: props.reply?.submission,
    defaultValue: {
      tariffId: props.tariffId,
      ...typedTariff(props.current, (amount) => formatInteger(amount, language)),
    },
  });
  const numeric = { inputMode: "numeric", autoComplete: "off" } as const;
  return (
    <form
      method="post"
      action={paths.departmentShipping()}
      id={form.id}
      noValidate
      className="max-w-4xl"
    >
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.tariffId.name} value={fields.tariffId.initialValue} />
      <TextField
        field={fields.effectiveOn}
        label={t("shipping.tariffDay")}
        hint={t("shipping.tariffDayHint")}
        {...numeric}
      />
      <ZonePrices
        title={t("shipping.zone_in_province")}
        first={fields.inProvinceFirst}
        next={fields.inProvinceNext}
      />
      <ZonePrices title={t("shipping.zone_near")} first={fields.nearFirst} next={fields.nearNext} />
      <ZonePrices
        title={t("shipping.zone_elsewhere")}
        first={fields.elsewhereFirst}
        next={fields.elsewhereNext}
      />
      <div className="grid gap-x-8 md:grid-cols-2 md:items-end">
        <TextField field={fields.stepGrams} label={t("shipping.tariffStep")} {...numeric} />
        <TextField
          field={fields.volumetricDivisor}
          label={t("shipping.tariffDivisor")}
          hint={t("shipping.tariffDivisorHint")}
          {...numeric}
        />
      </div>
      <CheckboxList
        field={fields.nearProvinceCodes}
        label={t("shipping.tariffNearField")}
        options={props.others.map(({ code, name }) => ({ value: code, label: stemOfPlace(name) }))}
      />
      <button className="button button-main">{t("shipping.tariffSave")}</button>
    </form>
  );
}

function ZonePrices(props: {
  title: string;
  first: FieldMetadata<string>;
  next: FieldMetadata<string>;
}) {
  const t = useT();
  return (
    <fieldset className="my-4">
      <legend className="font-semibold">{props.title}</legend>
      <div className="-my-2 grid gap-x-8 sm:grid-cols-2">
        <TextField field={props.first} label={t("shipping.tariffFirstVnd")} inputMode="numeric" />
        <TextField field={props.next} label={t("shipping.tariffNextVnd")} inputMode="numeric" />
      </div>
    </fieldset>
  );
}

function typedTariff(tariff: ShippingTariff, typed: (amount: number) => string) {
  const { rates } = tariff;
  return {
    inProvinceFirst: typed(rates.in_province.firstStepVnd),
    inProvinceNext: typed(rates.in_province.nextStepVnd),
    nearFirst: typed(rates.near.firstStepVnd),
    nearNext: typed(rates.near.nextStepVnd),
    elsewhereFirst: typed(rates.elsewhere.firstStepVnd),
    elsewhereNext: typed(rates.elsewhere.nextStepVnd),
    stepGrams: typed(tariff.stepGrams),
    volumetricDivisor: typed(tariff.volumetricDivisor),
    nearProvinceCodes: tariff.nearProvinceCodes,
  };
}
