import { useForm } from "@conform-to/react";
import type { ProgrammeField } from "~/domain/vouchers/forms";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** What a programme gives, from when to when and how often. */
export function ProgrammeForm(props: {
  defaults: Partial<Record<ProgrammeField, string>>;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Record<ProgrammeField, string>>({
    id: "programme",
    lastResult: props.reply?.submission,
    defaultValue: props.defaults,
  });
  return (
    <form method="post" id={form.id} noValidate className="max-w-prose">
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.programmeId.name} value={fields.programmeId.initialValue} />
      <TextField
        field={fields.name}
        language="vi"
        label={t("vouchers.formName")}
        hint={t("vouchers.formNameHint")}
      />
      <TextField
        field={fields.code}
        label={t("vouchers.formCode")}
        hint={t("vouchers.formCodeHint")}
        autoComplete="off"
      />
      <TextField field={fields.valueVnd} label={t("vouchers.formValue")} inputMode="numeric" />
      <TextField
        field={fields.leastVnd}
        label={t("vouchers.formLeast")}
        hint={t("vouchers.formLeastHint")}
        inputMode="numeric"
      />
      <TextField
        field={fields.usesMax}
        label={t("vouchers.formUses")}
        hint={t("vouchers.formUsesHint")}
        inputMode="numeric"
      />
      <div className="grid gap-x-8 sm:grid-cols-2">
        <TextField field={fields.startsOn} label={t("vouchers.formStartsOn")} inputMode="numeric" />
        <TextField field={fields.endsOn} label={t("vouchers.formEndsOn")} inputMode="numeric" />
      </div>
      <p className="my-3 text-soft">{t("vouchers.formStands")}</p>
      <button className="button button-main">{t("vouchers.formSave")}</button>
    </form>
  );
}
