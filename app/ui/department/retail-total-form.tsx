import { useForm } from "@conform-to/react";
import type { RetailQuestion } from "~/domain/statistics/retail-question";
import { RETAIL_KINDS, RETAIL_STAGES } from "~/domain/statistics/retail-stages";
import { formatMonth, type Month } from "~/platform/period";
import { FormErrors, RadioField, SelectField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { RetailQuestionNotice } from "./retail-question-notice";

type Fields = Record<"month" | "kind" | "amount" | "stage" | "source" | "publishedOn", string>;

/** What the action answers when nothing was saved: faults, or a question to say yes to. */
export type RetailTotalReply = MutationReply & { question?: RetailQuestion };

/** One vintage of the official denominator, as the statistics office printed it. */
export function RetailTotalForm(props: {
  months: readonly Month[];
  month: Month;
  reply?: RetailTotalReply;
}) {
  const t = useT();
  const [form, fields] = useForm<Fields>({
    id: "retail-total",
    lastResult: props.reply?.submission ?? null,
    defaultValue: { month: props.month },
  });
  return (
    <form method="post" id={form.id} action={paths.retailTotals()} className="max-w-4xl">
      <FormErrors form={form} failure={props.reply?.failure} />
      {props.reply?.question ? <RetailQuestionNotice question={props.reply.question} /> : null}
      <div className="grid gap-x-8 md:grid-cols-2">
        <SelectField
          field={fields.month}
          label={t("department.retailMonth")}
          options={props.months.map((month) => ({ value: month, label: formatMonth(month) }))}
        />
        <TextField
          field={fields.amount}
          label={t("department.retailAmount")}
          hint={t("department.retailAmountHint")}
          inputMode="decimal"
          autoComplete="off"
        />
        <RadioField
          field={fields.kind}
          label={t("department.retailKind")}
          options={RETAIL_KINDS.map((kind) => ({
            value: kind,
            label: t(`statistics.kind_${kind}`),
          }))}
        />
        <RadioField
          field={fields.stage}
          label={t("department.retailStage")}
          options={RETAIL_STAGES.map((stage) => ({
            value: stage,
            label: upperFirst(t(`statistics.stage_${stage}`)),
          }))}
        />
        {/* Typed, not picked: pickers show the day in the browser's order, and 06/11 is not 11/06. */}
        <TextField
          field={fields.publishedOn}
          label={t("department.retailPublishedOn")}
          hint={t("department.retailPublishedOnHint")}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          field={fields.source}
          label={t("department.retailSource")}
          hint={t("department.retailSourceHint")}
          autoComplete="off"
        />
      </div>
      <button className="button button-main">{t("department.retailSave")}</button>
    </form>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
