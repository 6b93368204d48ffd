import { useForm, type FieldMetadata } from "@conform-to/react";
import { CHANNEL_METHODS, CHANNELS, GRADES } from "~/domain/statistics/channel-lists";
import { RETAIL_KINDS } from "~/domain/statistics/retail-stages";
import { formatMonth, type Month } from "~/platform/period";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors, RadioField, SelectField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { ChannelQuestionNotice } from "./channel-question-notice";
import type { ChannelReply } from "./channel-reply";
import { channelLabel } from "./channel-texts";
import type { TypedChannelSale } from "./typed-channel-sale";

const ACCEPT =
  ".pdf,.xlsx,.csv,image/*,application/pdf,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type FieldName = keyof TypedChannelSale;
type Fields = Record<FieldName | "file" | "fileName", string>;
type FieldsOfForm = Record<FieldName | "file" | "fileName", FieldMetadata<string, Fields>>;

/** What was sold on another channel, or a correction of it (`hasFile`: with its file, which stays without a new one). */
export function ChannelForm(props: {
  action: string;
  months: readonly Month[];
  typed: Partial<TypedChannelSale>;
  /** Of the correction: the vintage that is corrected. */
  vintage?: number;
  hasFile?: boolean;
  reply: ChannelReply | undefined;
}) {
  const t = useT();
  const { reply } = props;
  const [form, fields] = useForm<Fields>({
    id: "channel-sale",
    lastResult: reply?.submission ?? null,
    defaultValue: props.typed,
  });
  return (
    <form
      method="post"
      id={form.id}
      action={props.action}
      encType="multipart/form-data"
      className="max-w-4xl"
      noValidate
    >
      <FormErrors form={form} failure={reply?.failure} />
      {reply?.question ? <ChannelQuestionNotice question={reply.question} /> : null}
      <input type="hidden" name="formId" value={fields.formId.initialValue} />
      <input type="hidden" name="fileName" value={fields.fileName.initialValue ?? ""} />
      {props.vintage === undefined ? null : (
        <input type="hidden" name="vintage" value={props.vintage} />
      )}
      <WhatFields fields={fields} months={props.months} />
      <HowFields fields={fields} hasFile={props.hasFile === true} />
      <button className="button button-main">{t("channels.save")}</button>
    </form>
  );
}

function WhatFields({ fields, months }: { fields: FieldsOfForm; months: readonly Month[] }) {
  const t = useT();
  const options = months.map((month) => ({ value: month, label: formatMonth(month) }));
  return (
    <div className="grid gap-x-8 md:grid-cols-2">
      <SelectField
        field={fields.channel}
        label={t("channels.fieldChannel")}
        options={CHANNELS.map((one) => ({ value: one, label: channelLabel(t, one) }))}
        emptyLabel=""
      />
      <TextField
        field={fields.channelName}
        label={t("channels.fieldChannelName")}
        hint={t("channels.fieldChannelNameHint")}
        autoComplete="off"
        optional
      />
      <SelectField
        field={fields.firstMonth}
        label={t("channels.fieldFirstMonth")}
        options={options}
      />
      <SelectField
        field={fields.lastMonth}
        label={t("channels.fieldLastMonth")}
        hint={t("channels.fieldLastMonthHint")}
        options={options}
      />
      <RadioField
        field={fields.kind}
        label={t("channels.fieldKind")}
        options={RETAIL_KINDS.map((kind) => ({ value: kind, label: t(`channels.kind_${kind}`) }))}
      />
      <TextField
        field={fields.amount}
        label={t("channels.fieldAmount")}
        hint={t("channels.fieldAmountHint")}
        inputMode="decimal"
        autoComplete="off"
      />
    </div>
  );
}

function HowFields({ fields, hasFile }: { fields: FieldsOfForm; hasFile: boolean }) {
  const t = useT();
  return (
    <div className="grid gap-x-8 md:grid-cols-2">
      <RadioField
        field={fields.method}
        label={t("channels.fieldMethod")}
        options={CHANNEL_METHODS.map((one) => ({ value: one, label: t(`channels.method_${one}`) }))}
      />
      <RadioField
        field={fields.grade}
        label={t("channels.fieldGrade")}
        options={GRADES.map((grade) => ({
          value: grade,
          label: t(`channels.grade_${grade}`),
          hint: t(`channels.gradeMeaning_${grade}`),
        }))}
      />
      <TextField
        field={fields.source}
        label={t("channels.fieldSource")}
        hint={t("channels.fieldSourceHint")}
        autoComplete="off"
      />
      <TextField
        field={fields.receivedOn}
        label={t("channels.fieldReceivedOn")}
        hint={t("channels.fieldReceivedOnHint")}
        inputMode="numeric"
        autoComplete="off"
      />
      <FileField
        field={fields.file}
        label={t(hasFile ? "channels.fieldFileKept" : "channels.fieldFile")}
        hint={`${t("channels.fieldFileHint")}${hasFile ? ` ${t("channels.fieldFileKeptHint")}` : ""}`}
        accept={ACCEPT}
        optional
      />
    </div>
  );
}
