import { useForm } from "@conform-to/react";
import type { Commune } from "~/domain/places/types";
import { FormErrors, SelectField, TextField, type AnyField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

type TargetField = "targetId" | "householdCount" | "startsOn" | "endsOn";

/** How many households are to sell, and within which days. With `communes`: of which of them. */
export function TargetForm(props: {
  action: string;
  /** Made with the page, and anew with one that says why it was refused: sent again, the form is a new one. */
  targetId: string;
  reply: MutationReply | undefined;
  communes?: readonly Commune[];
}) {
  const t = useT();
  const [form, fields] = useForm<Record<TargetField | "communeCode", string>>({
    id: "target",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="targetId" value={props.targetId} />
      {props.communes ? (
        <CommuneField field={fields.communeCode} communes={props.communes} />
      ) : null}
      <TextField
        field={fields.householdCount}
        label={t("helpers.targetCount")}
        inputMode="numeric"
      />
      <TextField field={fields.startsOn} label={t("helpers.targetFrom")} type="date" />
      <TextField field={fields.endsOn} label={t("helpers.targetUntil")} type="date" />
      <button className="button button-main w-full sm:w-auto">{t("helpers.targetSave")}</button>
    </form>
  );
}

function CommuneField({ field, communes }: { field: AnyField; communes: readonly Commune[] }) {
  const t = useT();
  return (
    <SelectField
      field={field}
      label={t("helpers.targetCommune")}
      emptyLabel={t("helpers.targetCommuneChoose")}
      options={communes.map(({ code, name }) => ({ value: code, label: name, language: "vi" }))}
    />
  );
}
