import { useForm } from "@conform-to/react";
import { isAlcohol } from "~/domain/catalog/ocop-sets";
import { OFFER_DAYS_MAX, PAYMENT_DAYS_MAX } from "~/domain/contracts/contract-terms";
import type { TypedRow } from "~/domain/contracts/forms";
import type { ContractView } from "~/domain/contracts/types";
import { CONTRACT_METHODS } from "~/domain/contracts/contract-terms";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { FormErrors, RadioField, TextAreaField, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { AgreementField } from "./agreement-field";
import { ContractText } from "./contract-text-block";
import { PackRows } from "./pack-rows";

type Fields = Record<
  | "versionId"
  | "shippingVnd"
  | "deliveriesMax"
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
  /** By product; empty at first. */
  typed: Readonly<Record<string, TypedRow>>;
  /** The text of these terms, to be read before it is confirmed; null at first. */
  draft: { text: string; textHash: string } | null;
}) {
  const t = useT();
  const language = useLanguage();
  const { contract, draft } = props;
  const last = contract.version;
  const [form, fields] = useForm<Fields>({
    id: "offer",
    lastResult: props.reply?.submission ?? null,
    defaultValue: {
      versionId: props.versionId,
      deliveriesMax: String(last?.deliveriesMax ?? 1),
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
      <input type="hidden" name="textHash" value={draft?.textHash ?? ""} />
      {draft ? (
        <section aria-labelledby="draft" className="mt-6">
          <h2 id="draft" className="text-xl">
            {t("contracts.draftTitle")}
          </h2>
          <p className="max-w-prose text-soft">{t("contracts.draftText")}</p>
          <ContractText text={draft.text} />
          <AgreementField field={fields.agreed} text={t("contracts.agreedHousehold")} />
        </section>
      ) : null}
      <button className="button button-main w-full">
        {draft ? t("contracts.offerSend") : t("contracts.offerRead")}
      </button>
    </form>
  );
}

function OfferRows(props: { contract: ContractView; typed: Readonly<Record<string, TypedRow>> }) {
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
        rows={sellable.map((ask) => {
          const last = contract.version?.lines.find((line) => line.productId === ask.productId);
          return {
            productId: ask.productId,
            name: mark(`${ask.productName} (${ask.packLabel})`, "vi"),
            hint: t("contracts.offerAsked", {
              packs: formatInteger(ask.packCount, language),
              price: formatVnd(ask.shopPriceVnd, language),
            }),
            packs:
              typed[ask.productId]?.packs ??
              formatInteger(last?.quantity ?? ask.packCount, language),
            price:
              typed[ask.productId]?.price ??
              (last ? formatInteger(last.unitPriceVnd, language) : ""),
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
  const methods = CONTRACT_METHODS.filter((method) => !props.hasAlcohol || method === "vietqr");
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
        field={fields.deliveriesMax}
        label={t("contracts.offerDeliveries")}
        hint={t("contracts.offerDeliveriesHint")}
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
