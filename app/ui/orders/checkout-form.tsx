import { useForm, type SubmissionResult } from "@conform-to/react";
import { PAYMENT_METHODS } from "~/domain/orders/payment-methods";
import type { Quote } from "~/domain/orders/types";
import type { Commune, Province } from "~/domain/places/types";
import { formatVnd } from "~/platform/money";
import { FormErrors, RadioField, TextAreaField, TextField } from "~/ui/primitives/form";
import { CommuneFields } from "~/ui/places/commune-fields";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { AdultField } from "./adult-field";
import { CheckoutSummary } from "./checkout-summary";
import { PickupFields } from "./pickup-fields";

export type CheckoutPlaces = {
  provinceCode: string;
  provinces: readonly Province[];
  communes: readonly Commune[];
};

type Fields = Record<
  | "buyerName"
  | "buyerPhone"
  | "provinceCode"
  | "communeCode"
  | "addressLine"
  | "note"
  | "method"
  | "isAdult",
  string
>;

/** Who buys, where to, how it is paid, what it costs: one page, no account. */
export function CheckoutForm(props: {
  quote: Quote;
  places: CheckoutPlaces;
  submissionKey: string;
  submission: SubmissionResult | null;
}) {
  const { quote, places } = props;
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<Fields>({
    id: "checkout",
    lastResult: props.submission,
    defaultValue: { method: "vietqr", provinceCode: places.provinceCode },
  });
  // Alcohol is sold against cashless payment only (Law on Prevention of Alcohol Harm 2019).
  const methods = PAYMENT_METHODS.filter((method) => !quote.hasAlcohol || method === "vietqr");
  return (
    <form
      method="post"
      id={form.id}
      action={paths.checkout(language)}
      noValidate
      className="grid gap-x-12 lg:grid-cols-[1fr_22rem]"
    >
      {/* What Enter presses; the province button comes before the one that orders. */}
      <button hidden>{t("orders.toCheckout")}</button>
      <input type="hidden" name="submissionKey" value={props.submissionKey} />
      <div>
        <FormErrors form={form} />
        <ReceiverFields fields={fields} places={places} />
        <PickupFields households={quote.households} />
        <RadioField
          field={fields.method}
          label={t("orders.method")}
          options={methods.map((method) => ({
            value: method,
            label: t(`orders.method_${method}`),
            hint: t(`orders.methodHint_${method}`),
          }))}
        />
        {quote.hasAlcohol ? <AdultField field={fields.isAdult} /> : null}
      </div>
      <CheckoutSummary quote={quote}>
        <input type="hidden" name="expectedTotalVnd" value={quote.totalVnd ?? 0} />
        <button id="place-order" className="button button-main mt-5 w-full">
          {t("orders.placeOrder", { total: formatVnd(quote.totalVnd ?? 0, language) })}
        </button>
      </CheckoutSummary>
    </form>
  );
}

type FieldsMetadata = ReturnType<typeof useForm<Fields>>[1];

function ReceiverFields({ fields, places }: { fields: FieldsMetadata; places: CheckoutPlaces }) {
  const t = useT();
  return (
    <>
      <h2 className="text-xl">{t("orders.receiver")}</h2>
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
        hint={t("orders.addressHint")}
        autoComplete="street-address"
      />
      <TextAreaField field={fields.note} label={t("orders.note")} rows={2} optional />
    </>
  );
}
