import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { SupplyFieldset, type SupplyFields } from "./supply-fields";

/** A buyer says what they would take in bulk, and where they can be called. */
export function WantedForm(props: {
  demandId: string;
  keptDays: number;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { demandId, reply } = props;
  const [form, fields] = useForm<Record<"buyerName" | "phone" | keyof SupplyFields, string>>({
    id: "wanted",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form method="post" action={paths.wanted(language)} id={form.id} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name="demandId" value={demandId} />
      <SupplyFieldset fields={fields} names={[]} quantityLabel={t("supply.wanted")} />
      <TextField
        field={fields.buyerName}
        label={t("supply.wantedName")}
        autoComplete="organization"
        language="vi"
      />
      <TextField
        field={fields.phone}
        label={t("supply.wantedPhone")}
        hint={t("supply.wantedPhoneHint")}
        type="tel"
        autoComplete="tel"
      />
      <p className="my-4 text-soft">{t("supply.wantedKept", { days: props.keptDays })}</p>
      <button className="button button-main">{t("supply.wantedSend")}</button>
    </form>
  );
}
