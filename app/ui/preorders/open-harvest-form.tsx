import { useForm } from "@conform-to/react";
import { formatInteger } from "~/platform/money";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Fields = Record<
  "harvestId" | "harvestFrom" | "harvestTo" | "closesOn" | "capCount" | "unitPriceVnd",
  string
>;

/** When the crop comes, how much of it may be promised, and at what price. */
export function OpenHarvestForm(props: {
  slug: string;
  harvestId: string;
  priceVnd: number;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<Fields>({
    id: "harvest",
    lastResult: props.reply?.submission ?? null,
    defaultValue: {
      harvestId: props.harvestId,
      unitPriceVnd: formatInteger(props.priceVnd, language),
    },
  });
  const plain = { autoComplete: "off" } as const;
  const day = { ...plain, hint: t("contracts.wishedByHint") };
  return (
    <form method="post" id={form.id} action={paths.productHarvest(props.slug)} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.harvestId.name} value={fields.harvestId.initialValue} />
      <TextField field={fields.harvestFrom} label={t("preorders.harvestFrom")} {...day} />
      <TextField field={fields.harvestTo} label={t("preorders.harvestTo")} {...plain} />
      <TextField field={fields.closesOn} label={t("preorders.closesOn")} {...plain} />
      <TextField
        field={fields.capCount}
        label={t("preorders.capCount")}
        hint={t("preorders.capHint")}
        inputMode="numeric"
        {...plain}
      />
      <TextField
        field={fields.unitPriceVnd}
        label={t("preorders.unitPrice")}
        hint={t("preorders.unitPriceHint")}
        inputMode="numeric"
        {...plain}
      />
      <button className="button button-main w-full">{t("preorders.open")}</button>
    </form>
  );
}
