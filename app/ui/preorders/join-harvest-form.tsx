import { useForm, type SubmissionResult } from "@conform-to/react";
import type { Commune, Province } from "~/domain/places/types";
import { CommuneFields } from "~/ui/places/commune-fields";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Fields = Record<
  "packCount" | "buyerName" | "buyerPhone" | "provinceCode" | "communeCode" | "addressLine",
  string
>;

/** How many, for whom and where to; nothing is paid yet. */
export function JoinHarvestForm(props: {
  slug: string;
  places: {
    provinceCode: string;
    provinces: readonly Province[];
    communes: readonly Commune[];
  };
  submissionKey: string;
  submission: SubmissionResult | null;
  failure: MutationReply["failure"];
}) {
  const t = useT();
  const language = useLanguage();
  const { places } = props;
  const [form, fields] = useForm<Fields>({
    id: "join",
    lastResult: props.submission,
    defaultValue: { packCount: "1", provinceCode: places.provinceCode },
  });
  return (
    <form method="post" id={form.id} action={paths.joinHarvest(language, props.slug)} noValidate>
      {/* What Enter presses; the province button comes before the one that sends. */}
      <button hidden>{t("preorders.joinSend")}</button>
      <input type="hidden" name="submissionKey" value={props.submissionKey} />
      <FormErrors form={form} failure={props.failure} />
      <TextField
        field={fields.packCount}
        label={t("preorders.joinPacks")}
        inputMode="numeric"
        autoComplete="off"
      />
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
      <button className="button button-main mt-4 w-full">{t("preorders.joinSend")}</button>
    </form>
  );
}
