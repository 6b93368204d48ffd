import { useForm } from "@conform-to/react";
import { LOT_DOCUMENT_KINDS } from "~/domain/catalog/document-kinds";
import { DOCUMENT_COVERS } from "~/domain/catalog/forms-document";
import { FormErrors, RadioField, SelectField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type FieldName = "documentId" | "kind" | "number" | "issuer" | "issuedOn" | "expiresOn" | "covers";

/** What a household states of a paper. */
export function DocumentForm(props: {
  lotCode: string;
  documentId: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Record<FieldName, string>>({
    id: "document",
    lastResult: props.reply?.submission,
    defaultValue: { documentId: props.documentId },
  });
  const kinds = LOT_DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`lots.kind_${kind}`) }));
  const covers = DOCUMENT_COVERS.map((one) => ({
    value: one,
    label: t(`lots.covers_${one}`),
    hint: t(`lots.covers_${one}Hint`),
  }));
  return (
    <form method="post" action={paths.lotDocuments(props.lotCode)} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.documentId.name} value={fields.documentId.initialValue} />
      <SelectField
        field={fields.kind}
        label={t("lots.documentKind")}
        emptyLabel={t("lots.documentKindChoose")}
        options={kinds}
      />
      <TextField field={fields.number} label={t("lots.numberLabel")} autoComplete="off" />
      <TextField
        field={fields.issuer}
        label={t("lots.issuerLabel")}
        hint={t("lots.issuerHint")}
        autoComplete="off"
      />
      <div className="gap-x-4 sm:grid sm:grid-cols-2 sm:items-end">
        <TextField field={fields.issuedOn} label={t("lots.issuedOnLabel")} type="date" />
        <TextField field={fields.expiresOn} label={t("lots.expiresOnLabel")} type="date" optional />
      </div>
      <RadioField field={fields.covers} label={t("lots.coversLabel")} options={covers} />
      <button className="button button-main w-full">{t("lots.saveDocument")}</button>
    </form>
  );
}
