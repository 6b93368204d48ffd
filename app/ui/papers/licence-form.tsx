import { useForm } from "@conform-to/react";
import { LICENCE_KINDS } from "~/domain/catalog/document-kinds";
import { useDesk } from "~/ui/households/use-desk";
import { FormErrors, RadioField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type FieldName = "documentId" | "kind" | "number" | "issuer" | "issuedOn" | "expiresOn";

/** What a household states of its licence to sell alcohol. */
export function LicenceForm(props: { documentId: string; reply: MutationReply | undefined }) {
  const t = useT();
  const { query } = useDesk();
  const [form, fields] = useForm<Record<FieldName, string>>({
    id: "licence",
    lastResult: props.reply?.submission,
    defaultValue: { documentId: props.documentId },
  });
  const kinds = LICENCE_KINDS.map((kind) => ({
    value: kind,
    label: t(`lots.kind_${kind}`),
    hint: t(`papers.kindHint_${kind}`),
  }));
  return (
    <form method="post" action={paths.newLicence(query)} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.documentId.name} value={fields.documentId.initialValue} />
      <RadioField field={fields.kind} label={t("papers.kindLabel")} options={kinds} />
      <TextField field={fields.number} label={t("papers.numberLabel")} autoComplete="off" />
      <TextField
        field={fields.issuer}
        label={t("lots.issuerLabel")}
        hint={t("papers.issuerHint")}
        autoComplete="off"
      />
      <div className="gap-x-4 sm:grid sm:grid-cols-2 sm:items-end">
        <TextField field={fields.issuedOn} label={t("lots.issuedOnLabel")} type="date" />
        <TextField field={fields.expiresOn} label={t("lots.expiresOnLabel")} type="date" />
      </div>
      <button className="button button-main w-full">{t("papers.saveLicence")}</button>
    </form>
  );
}
