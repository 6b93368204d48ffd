import { useForm, type SubmissionResult } from "@conform-to/react";
import type { TypedRow } from "~/domain/contracts/forms";
import type { AskableHousehold } from "~/domain/contracts/types";
import type { Commune, Province } from "~/domain/places/types";
import { formatVnd } from "~/platform/money";
import { useBilingual } from "~/ui/in-language";
import { CommuneFields } from "~/ui/places/commune-fields";
import { FormErrors, TextAreaField, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { PackRows } from "./pack-rows";

type Fields = Record<
  | "buyerName"
  | "buyerTaxCode"
  | "representative"
  | "representativeTitle"
  | "buyerPhone"
  | "provinceCode"
  | "communeCode"
  | "addressLine"
  | "wishedBy"
  | "note",
  string
>;

/** What is needed, and who asks: one page, no account. */
export function PriceRequestForm(props: {
  household: AskableHousehold;
  /** Slug of the product that stands first; undefined: as they come. */
  first: string | undefined;
  places: {
    provinceCode: string;
    provinces: readonly Province[];
    communes: readonly Commune[];
  };
  submissionKey: string;
  submission: SubmissionResult | null;
  failure: MutationReply["failure"];
  /** By product. */
  typed: Readonly<Record<string, TypedRow>>;
}) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  const { household, places, typed } = props;
  const [form, fields] = useForm<Fields>({
    id: "ask",
    lastResult: props.submission,
    defaultValue: { provinceCode: places.provinceCode },
  });
  return (
    <form
      method="post"
      id={form.id}
      action={paths.priceRequest(language, household.slug, { product: props.first })}
      noValidate
    >
      {/* What Enter presses; the province button comes before the one that sends. */}
      <button hidden>{t("contracts.askSend")}</button>
      <input type="hidden" name="submissionKey" value={props.submissionKey} />
      <FormErrors form={form} failure={props.failure} />
      <h2 className="mt-6 text-xl">{t("contracts.askPacks")}</h2>
      <p className="mb-2 text-sm text-soft">{t("contracts.askPacksHint")}</p>
      <PackRows
        packsLabel={t("contracts.offerQuantity")}
        rows={household.products.map((product) => ({
          productId: product.id,
          name: bilingual(product.name, product.nameEn),
          hint: `${bilingual(product.packLabel, product.packLabelEn)} · ${t("contracts.askShopPrice", { price: formatVnd(product.priceVnd, language) })}`,
          packs: typed[product.id]?.packs ?? "",
        }))}
      />
      <TextField
        field={fields.wishedBy}
        label={t("contracts.wishedBy")}
        hint={t("contracts.wishedByHint")}
        autoComplete="off"
        optional
      />
      <TextAreaField field={fields.note} label={t("contracts.note")} rows={3} optional />
      <h2 className="mt-8 text-xl">{t("contracts.askBuyer")}</h2>
      <BuyerFields fields={fields} />
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
      <button className="button button-main mt-4 w-full">{t("contracts.askSend")}</button>
    </form>
  );
}

function BuyerFields({ fields }: { fields: ReturnType<typeof useForm<Fields>>[1] }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.buyerName}
        label={t("contracts.buyerName")}
        hint={t("contracts.buyerNameHint")}
        autoComplete="organization"
      />
      <TextField
        field={fields.buyerTaxCode}
        label={t("contracts.taxCode")}
        hint={t("contracts.taxCodeHint")}
        inputMode="numeric"
        optional
      />
      <TextField
        field={fields.representative}
        label={t("contracts.representative")}
        hint={t("contracts.representativeHint")}
        autoComplete="name"
      />
      <TextField
        field={fields.representativeTitle}
        label={t("contracts.representativeTitle")}
        autoComplete="organization-title"
        optional
      />
      <TextField
        field={fields.buyerPhone}
        label={t("orders.phone")}
        hint={t("orders.phoneHint")}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
    </>
  );
}
