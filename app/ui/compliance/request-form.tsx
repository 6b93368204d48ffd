import { useForm } from "@conform-to/react";
import { aboutOf, REQUEST_WAYS, type RequestKind } from "~/domain/compliance/request-words";
import {
  FormErrors,
  SelectField,
  TextAreaField,
  TextField,
  type AnyField,
} from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Fields = Record<
  | "fromWhom"
  | "way"
  | "paperNumber"
  | "receivedOn"
  | "receivedTime"
  | "asked"
  | "aboutKind"
  | "about"
  | "paperDueOn"
  | "paperDueTime",
  string
>;

/** What came in: from whom, when, what is asked, and what it is about. */
export function RequestForm(props: {
  kind: RequestKind;
  requestId: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { kind, requestId, reply } = props;
  const lastResult = reply?.submission ?? null;
  const [form, fields] = useForm<Fields>({ id: "request", lastResult });
  return (
    <form method="post" id={form.id} action={paths.newComplianceRequest({ kind })} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="kind" value={kind} />
      <TextField
        field={fields.fromWhom}
        label={t("compliance.fromWhom")}
        hint={t("compliance.fromWhomHint")}
        language="vi"
      />
      <SelectField
        field={fields.way}
        label={t("compliance.way")}
        emptyLabel={t("compliance.choose")}
        options={REQUEST_WAYS.map((way) => ({ value: way, label: t(`compliance.way_${way}`) }))}
      />
      <TextField
        field={fields.paperNumber}
        label={t("compliance.paperNumber")}
        language="vi"
        optional
      />
      <Moment
        day={fields.receivedOn}
        time={fields.receivedTime}
        words={{ day: t("compliance.receivedOn"), time: t("compliance.receivedTime") }}
      />
      <TextAreaField
        field={fields.asked}
        label={t("compliance.asked")}
        hint={t("compliance.askedHint")}
        language="vi"
      />
      <SelectField
        field={fields.aboutKind}
        label={t("compliance.aboutKind")}
        emptyLabel={t("compliance.aboutNothing")}
        options={aboutOf(kind).map((one) => ({ value: one, label: t(`compliance.about_${one}`) }))}
        optional
      />
      <TextField
        field={fields.about}
        label={t("compliance.about")}
        hint={t("compliance.aboutHint")}
        autoComplete="off"
        optional
      />
      <Moment
        day={fields.paperDueOn}
        time={fields.paperDueTime}
        words={{ day: t("compliance.paperDueOn"), time: t("compliance.paperDueTime") }}
        optional
      />
      <button className="button button-main">{t("compliance.enter")}</button>
    </form>
  );
}

function Moment(props: {
  day: AnyField;
  time: AnyField;
  words: { day: string; time: string };
  optional?: true;
}) {
  const { day, time, words, ...rest } = props;
  return (
    <div className="grid items-end gap-x-4 sm:grid-cols-2">
      <TextField field={day} label={words.day} type="date" {...rest} />
      <TextField field={time} label={words.time} type="time" {...rest} />
    </div>
  );
}
