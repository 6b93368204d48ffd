import { useForm } from "@conform-to/react";
import { possibleOutcomes } from "~/domain/supply/case-words";
import { FormErrors, RadioField, SelectField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

export type StepFormProps = {
  /** Of this showing of the form: what is kept under it is kept once. */
  stepId: string;
  action: string;
  reply: MutationReply | undefined;
};
type Fields = Record<"words" | "handlerId" | "outcome", string>;

function useStepForm(id: string, { reply }: StepFormProps) {
  const lastResult = reply?.submission ?? null;
  return useForm<Fields>({ id, lastResult });
}

/** Words about what was done: who was called, what they said. */
export function NoteForm(props: StepFormProps) {
  const t = useT();
  const [form, fields] = useStepForm("note", props);
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="intent" value="note" />
      <input type="hidden" name="stepId" value={props.stepId} />
      <TextField
        field={fields.words}
        label={t("supply.noteLabel")}
        hint={t("supply.noteHint")}
        language="vi"
      />
      <button className="button button-quiet">{t("supply.noteSave")}</button>
    </form>
  );
}

/** Another officer sees to it from now on. */
export function HandOverForm(
  props: StepFormProps & { officers: readonly { id: string; fullName: string }[] },
) {
  const t = useT();
  const [form, fields] = useStepForm("hand_over", props);
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="intent" value="hand_over" />
      <input type="hidden" name="stepId" value={props.stepId} />
      <SelectField
        field={fields.handlerId}
        label={t("supply.handOverTo")}
        emptyLabel={t("supply.choose")}
        options={props.officers.map(({ id, fullName }) => ({
          value: id,
          label: fullName,
          language: "vi",
        }))}
      />
      <TextField field={fields.words} label={t("supply.handOverWords")} language="vi" optional />
      <button className="button button-quiet">{t("supply.handOver")}</button>
    </form>
  );
}

/** How it ended. */
export function CloseCaseForm(props: StepFormProps & { openCount: number; soldKg: number }) {
  const t = useT();
  const [form, fields] = useStepForm("close", props);
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="intent" value="close" />
      <input type="hidden" name="stepId" value={props.stepId} />
      {props.openCount > 0 ? (
        <p className="text-persimmon">{t("supply.closeOpen", { count: props.openCount })}</p>
      ) : null}
      {props.soldKg > 0 ? null : <p className="text-soft">{t("supply.outcomeUnsold")}</p>}
      <RadioField
        field={fields.outcome}
        label={t("supply.outcomeLabel")}
        options={possibleOutcomes(props).map((value) => ({
          value,
          label: t(`supply.outcome_${value}`),
        }))}
      />
      <TextField field={fields.words} label={t("supply.outcomeWords")} language="vi" optional />
      <button className="button button-quiet">{t("supply.closeCase")}</button>
    </form>
  );
}
