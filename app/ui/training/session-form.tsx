import { useForm, type FieldMetadata } from "@conform-to/react";
import type { Commune } from "~/domain/places/types";
import { LESSON_NAMES } from "~/domain/training/lessons";
import type { SessionPlan } from "~/domain/training/types";
import { CheckboxList } from "~/ui/primitives/checkbox-list";
import { FormErrors, SelectField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

type Fields = Record<
  | "sessionId"
  | "title"
  | "communeCode"
  | "place"
  | "heldOn"
  | "startsAt"
  | "endsAt"
  | "teacher"
  | "helperId"
  | "seatCount",
  string
> & { lessons: string[] };

/** What a session is; with `sessionId` it is a new one. */
export function SessionForm(props: {
  action: string;
  sessionId?: string;
  plan?: SessionPlan;
  communes: readonly Commune[];
  /** Who may keep the list; none where whoever plans it does. */
  agents?: readonly { id: string; fullName: string }[];
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { sessionId, plan, communes, agents } = props;
  const [form, fields] = useForm<Fields>({
    id: "session",
    lastResult: props.reply?.submission ?? null,
    defaultValue: {
      ...plan,
      helperId: plan?.helperId ?? "",
      seatCount: plan?.seatCount?.toString() ?? "",
      sessionId,
    },
  });
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      {sessionId === undefined ? null : (
        <input type="hidden" name="sessionId" value={fields.sessionId.initialValue ?? sessionId} />
      )}
      <TextField
        field={fields.title}
        label={t("training.formTitle")}
        hint={t("training.formTitleHint")}
        language="vi"
      />
      <SelectField
        field={fields.communeCode}
        label={t("training.formCommune")}
        emptyLabel={t("training.formCommuneChoose")}
        options={communes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField
        field={fields.place}
        label={t("training.formPlace")}
        hint={t("training.formPlaceHint")}
        language="vi"
      />
      <Times fields={fields} hint={agents ? t("training.formDayHint") : undefined} />
      <People fields={fields} agents={agents} />
      <TextField
        field={fields.seatCount}
        label={t("training.formSeats")}
        inputMode="numeric"
        optional
      />
      <CheckboxList
        field={fields.lessons as FieldMetadata<string[]>}
        label={t("training.formLessons")}
        options={LESSON_NAMES.map((one) => ({ value: one, label: t(`lessons.title_${one}`) }))}
        isWide
      />
      <button className="button button-main w-full sm:w-auto">{t("training.formSave")}</button>
    </form>
  );
}

function Times(props: {
  fields: Record<"heldOn" | "startsAt" | "endsAt", FieldMetadata<string>>;
  hint: string | undefined;
}) {
  const t = useT();
  const { fields, hint } = props;
  return (
    <>
      <TextField field={fields.heldOn} label={t("training.formDay")} hint={hint} type="date" />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          field={fields.startsAt}
          label={t("training.formStarts")}
          hint={t("training.formHour")}
          type="time"
        />
        <TextField
          field={fields.endsAt}
          label={t("training.formEnds")}
          hint={t("training.formHour")}
          type="time"
        />
      </div>
    </>
  );
}

function People(props: {
  fields: Record<"teacher" | "helperId", FieldMetadata<string>>;
  agents: readonly { id: string; fullName: string }[] | undefined;
}) {
  const t = useT();
  const { fields, agents } = props;
  return (
    <>
      <TextField
        field={fields.teacher}
        label={t("training.formTeacher")}
        hint={t("training.formTeacherHint")}
        language="vi"
      />
      {agents ? (
        <SelectField
          field={fields.helperId}
          label={t("training.formHelper")}
          emptyLabel={t("training.formHelperNone")}
          options={agents.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          optional
        />
      ) : null}
    </>
  );
}
