import { useForm } from "@conform-to/react";
import { TAX_CLASSES } from "~/domain/catalog/tax-class";
import type {
  TaxRuleField,
  TaxThresholdField,
  WithholdingField,
} from "~/domain/settlement/forms-tax";
import { formatDate } from "~/platform/period";
import {
  FormErrors,
  RadioField,
  TextAreaField,
  TextField,
  type AnyField,
} from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

type FormProps = { id: string; firstDay: string; reply: MutationReply | undefined };

/** What is kept back of one class from a day on. */
export function TaxRuleForm({ id, firstDay, reply }: FormProps) {
  const t = useT();
  const [form, fields] = useForm<Record<TaxRuleField, string>>({
    id: "rule",
    lastResult: reply?.submission,
    defaultValue: { changeId: id, effectiveOn: firstDay },
  });
  return (
    <form method="post" id={form.id} noValidate className="max-w-prose">
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name={fields.changeId.name} value={fields.changeId.initialValue} />
      <RadioField
        field={fields.taxClass}
        label={t("tax.fieldClass")}
        options={TAX_CLASSES.map((value) => ({ value, label: t(`tax.class_${value}`) }))}
      />
      <DayField field={fields.effectiveOn} firstDay={firstDay} />
      <div className="grid gap-x-8 sm:grid-cols-2">
        <TextField field={fields.vat} label={t("tax.fieldVat")} inputMode="decimal" />
        <TextField field={fields.pit} label={t("tax.fieldPit")} inputMode="decimal" />
      </div>
      <TextField field={fields.legalBasis} label={t("tax.fieldBasis")} language="vi" />
      <button className="button button-main">{t("tax.propose")}</button>
    </form>
  );
}

/** Above which revenue of a year tax is due, from a day on. */
export function TaxThresholdForm({ id, firstDay, reply }: FormProps) {
  const t = useT();
  const [form, fields] = useForm<Record<TaxThresholdField, string>>({
    id: "threshold",
    lastResult: reply?.submission,
    defaultValue: { changeId: id, effectiveOn: firstDay },
  });
  return (
    <form method="post" id={form.id} noValidate className="max-w-prose">
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name={fields.changeId.name} value={fields.changeId.initialValue} />
      <TextField field={fields.thresholdVnd} label={t("tax.fieldThreshold")} inputMode="numeric" />
      <DayField field={fields.effectiveOn} firstDay={firstDay} />
      <TextField field={fields.legalBasis} label={t("tax.fieldBasis")} language="vi" />
      <button className="button button-main">{t("tax.propose")}</button>
    </form>
  );
}

/** A proposal to switch withholding on or off from a day on. */
export function WithholdingForm({ id, firstDay, reply }: FormProps) {
  const t = useT();
  const [form, fields] = useForm<Record<WithholdingField, string>>({
    id: "withholding",
    lastResult: reply?.submission,
    defaultValue: { changeId: id, effectiveOn: firstDay },
  });
  return (
    <form method="post" id={form.id} noValidate className="max-w-prose">
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name={fields.changeId.name} value={fields.changeId.initialValue} />
      <RadioField
        field={fields.isOn}
        label={t("tax.fieldSwitch")}
        options={[
          { value: "on", label: t("tax.switchChoiceOn") },
          { value: "off", label: t("tax.switchChoiceOff") },
        ]}
      />
      <DayField field={fields.effectiveOn} firstDay={firstDay} />
      <TextAreaField field={fields.note} label={t("tax.fieldNote")} rows={2} />
      <button className="button button-main">{t("tax.propose")}</button>
    </form>
  );
}

function DayField({ field, firstDay }: { field: AnyField; firstDay: string }) {
  const t = useT();
  return (
    <TextField
      field={field}
      label={t("tax.fieldFrom")}
      hint={t("tax.fieldFromHint", { date: formatDate(firstDay) })}
      type="date"
    />
  );
}
