import { useForm } from "@conform-to/react";
import { isAlcohol } from "~/domain/catalog/ocop-sets";
import { OFFER_DAYS_MAX, PAYMENT_DAYS_MAX } from "~/domain/contracts/contract-terms";
import type { ContractView } from "~/domain/contracts/types";
import { PAYMENT_METHODS } from "~/domain/orders/payment-methods";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { FormErrors, RadioField, TextAreaField, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { AgreementField } from "./agreement-field";
import { PackRows } from "./pack-rows";

type Fields = Record<
  | "versionId"
  | "shippingVnd"
  | "deliverBy"
  | "method"
  | "paymentDays"
  | "validUntil"
  | "extraTerms"
  | "signerName"
  | "agreed",
  string
>;

/** The household's terms, filled in with what was asked for or what it offered last. */
export function ContractOfferForm(props: {
  contract: ContractView;
  versionId: string;
  /** Days that make sense when nothing was said. */
  suggested: { deliverBy: string; validUntil: string };
  reply: MutationReply | undefined;
  /** By the name of its field; empty at first. */
  typed: Readonly<Record<string, string>>;
}) {
  const t = useT();
  const language = useLanguage();
  const { contract } = props;
  const last = contract.version;
  const [form, fields] = useForm<Fields>({
    id: "offer",
    lastResult: props.reply?.submission ?? null,
    defaultValue: {
      versionId: props.versionId,
      shippingVnd: last ? formatInteger(last.shippingVnd, language) : "",
      deliverBy: formatDate(last?.deliverBy ?? contract.wishedBy ?? props.suggested.deliverBy),
      method: last?.method ?? "vietqr",
      paymentDays: String(last?.paymentDays ?? 3),
      validUntil: formatDate(props.suggested.validUntil),
      extraTerms: last?.extraTerms ?? "",
      signerName: contract.householdContact,
    },
  });
  return (
    <form method="post" id={form.id} action={paths.contractOffer(contract.code)} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.versionId.name} value={fields.versionId.initialValue} />
      <OfferRows contract={contract} typed={props.typed} />
      <TermFields
        fields={fields}
        hasAlcohol={contract.asks.some((ask) => isAlcohol(ask.ocopSet))}
      />
      <TextField field={fields.signerName} label={t("contracts.signerName")} autoComplete="name" />
      <AgreementField field={fields.agreed} text={t("contracts.agreedHousehold")} />
      <button className="button button-main w-full">{t("contracts.offerSend")}</button>
    </form>
  );
}

function OfferRows(props: { contract: ContractView; typed: Readonly<Record<string, string>> }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { contract, typed } = props;
  const sellable = contract.asks.filter((ask) => ask.isOnSale);
  return (
    <>
      <h2 className="mt-6 text-xl">{t("contracts.offerLines")}</h2>
      <p className="mb-2 text-sm text-soft">{t("contracts.offerLinesHint")}</p>
      <PackRows
        packsLabel={t("contracts.offerQuantity")}
        priceLabel={t("contracts.offerPrice")}
        rows={sellable.map((ask, i) => {
          const last = contract.version?.lines.find((line) => line.productId === ask.productId);
          return {
            productId: ask.productId,
            name: mark(`${ask.productName} (${ask.packLabel})`, "vi"),
            hint: t("contracts.offerAsked", {
              packs: formatInteger(ask.packCount, language),
              price: formatVnd(ask.shopPriceVnd, language),
            }),
            packs: typed[`packs${i}`] ?? formatInteger(last?.quantity ?? ask.packCount, language),
            price: typed[`price${i}`] ?? (last ? formatInteger(last.unitPriceVnd, language) : ""),
          };
        })}
      />
    </>
  );
}

function TermFields(props: { fields: ReturnType<typeof useForm<Fields>>[1]; hasAlcohol: boolean }) {
  const t = useT();
  const { fields } = props;
  // Alcohol is sold against cashless payment only (Law on Prevention of Alcohol Harm 2019).
  const methods = PAYMENT_METHODS.filter((method) => !props.hasAlcohol || method === "vietqr");
  return (
    <>
      <h2 className="mt-8 text-xl">{t("contracts.terms")}</h2>
      <TextField
        field={fields.shippingVnd}
        label={t("contracts.offerShipping")}
        hint={t("contracts.offerShippingHint")}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        field={fields.deliverBy}
        label={t("contracts.offerDeliverBy")}
        autoComplete="off"
      />
      <RadioField
        field={fields.method}
        label={t("contracts.offerMethod")}
        options={methods.map((method) => ({
          value: method,
          label: t(`contracts.offerMethod_${method}`),
        }))}
      />
      <TextField
        field={fields.paymentDays}
        label={t("contracts.offerPaymentDays")}
        hint={t("contracts.offerPaymentDaysHint", { max: PAYMENT_DAYS_MAX })}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        field={fields.validUntil}
        label={t("contracts.offerValidUntil")}
        hint={t("contracts.offerValidUntilHint", { max: OFFER_DAYS_MAX })}
        autoComplete="off"
      />
      <TextAreaField
        field={fields.extraTerms}
        label={t("contracts.offerExtra")}
        hint={t("contracts.offerExtraHint")}
        rows={4}
        optional
      />
    </>
  );
}
