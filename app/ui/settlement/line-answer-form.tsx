import { useForm } from "@conform-to/react";
import {
  TWO_PERSON_FROM_VND,
  type AllocationPurpose,
} from "~/domain/settlement/allocation-purposes";
import { PART_NUMBERS, type PartField } from "~/domain/settlement/forms";
import { formatVnd } from "~/platform/money";
import { FormErrors, SelectField, TextAreaField, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import type { TypedAnswer } from "./typed-answer";

/** What a line was for: one part, or up to four where it was for several things. */
export function LineAnswerForm(props: {
  lineId: string;
  purposes: readonly AllocationPurpose[];
  typed: TypedAnswer;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<Record<PartField | "note", string>>({
    id: "answer",
    lastResult: props.reply?.submission ?? null,
    defaultValue: props.typed,
  });
  const options = props.purposes.map((value) => ({ value, label: t(`money.purpose_${value}`) }));
  const isFilled = (n: (typeof PART_NUMBERS)[number]) =>
    [fields[`purpose${n}`], fields[`code${n}`], fields[`amount${n}`]].some(
      (field) => field.initialValue || field.errors,
    );
  const [first, ...others] = PART_NUMBERS;
  const part = (n: (typeof PART_NUMBERS)[number]) => (
    <fieldset key={n} className="border-t border-line pt-3">
      <legend className="float-left font-semibold">{t("money.part", { number: n })}</legend>
      <div className="clear-both -my-2 grid gap-x-6 md:grid-cols-[2fr_1fr_1fr] md:items-end">
        <SelectField
          field={fields[`purpose${n}`]}
          label={t("money.purpose")}
          options={options}
          emptyLabel={t("money.purposeNone")}
        />
        <TextField field={fields[`code${n}`]} label={t("money.code")} autoComplete="off" optional />
        <TextField
          field={fields[`amount${n}`]}
          label={t("money.amount")}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
    </fieldset>
  );
  return (
    <section className="mt-8" id="answer-section" aria-labelledby="answer-title">
      <h2 id="answer-title" className="text-xl">
        {t("money.answerTitle")}
      </h2>
      <p className="max-w-prose text-soft">
        {t("money.answerText", { limit: formatVnd(TWO_PERSON_FROM_VND, language) })}
      </p>
      <form method="post" id={form.id} action={paths.bankLine(props.lineId)} className="mt-3">
        <FormErrors form={form} failure={props.reply?.failure} />
        {part(first)}
        <details open={others.some(isFilled)} className="mt-2">
          <summary className="min-h-12 cursor-pointer py-3 font-semibold">
            {t("money.moreParts")}
          </summary>
          {others.map(part)}
        </details>
        <TextAreaField
          field={fields.note}
          label={t("money.note")}
          hint={t("money.noteHint")}
          rows={2}
        />
        <button className="button button-main">{t("money.answerSend")}</button>
      </form>
    </section>
  );
}
