import { useForm } from "@conform-to/react";
import { FormErrors, TextAreaField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

export type TypedTerms = Record<"textVi" | "textEn" | "changeVi" | "changeEn", string>;

/** A new version, begun from the words of the last; the form is large, so it is sent in parts. */
export function TermsForm(props: {
  action: string;
  number: number;
  begun: TypedTerms;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<TypedTerms & Record<"number" | "effectiveOn", string>>({
    id: "terms",
    lastResult: props.reply?.submission ?? null,
    defaultValue: props.begun,
  });
  return (
    <form method="post" id={form.id} action={props.action} encType="multipart/form-data" noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="number" value={props.number} />
      <TextAreaField
        field={fields.textVi}
        label={t("terms.formTextVi")}
        hint={t("terms.formTextHint")}
        language="vi"
        rows={16}
      />
      <TextAreaField
        field={fields.textEn}
        label={t("terms.formTextEn")}
        hint={t("terms.formTextHint")}
        language="en"
        rows={16}
      />
      <TextAreaField
        field={fields.changeVi}
        label={t("terms.formChangeVi")}
        language="vi"
        rows={2}
      />
      <TextAreaField
        field={fields.changeEn}
        label={t("terms.formChangeEn")}
        language="en"
        rows={2}
      />
      <TextField field={fields.effectiveOn} label={t("terms.formEffectiveOn")} type="date" />
      <button className="button button-main w-full sm:w-auto">{t("terms.formPublish")}</button>
    </form>
  );
}
