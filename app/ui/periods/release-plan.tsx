import { useForm, type FieldMetadata } from "@conform-to/react";
import { dayField } from "~/domain/statistics/forms-releases";
import { formatMonth, type Month } from "~/platform/period";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

const HOUR = "09:00";

/** The days of several months at once, those left empty are not announced. */
export function ReleasePlan(props: { months: readonly Month[]; reply: MutationReply | undefined }) {
  const t = useT();
  const { months, reply } = props;
  const names = months.map((month) => [month, dayField(month)] as const);
  const [form, fields] = useForm<Record<string, string>>({
    id: "plan",
    lastResult: reply?.submission ?? null,
    defaultValue: { hour: HOUR },
  });
  const field = (name: string) => fields[name] as FieldMetadata<string>;
  const subjects = new Map(names.map(([month, name]) => [name, formatMonth(month)]));
  return (
    <form method="post" id={form.id} action={paths.releaseCalendar()} noValidate>
      <FormErrors form={form} failure={reply?.failure} subjects={subjects} />
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {names.map(([month, name]) => (
          <TextField
            key={name}
            field={field(name)}
            label={t("releases.planDay", { month: formatMonth(month) })}
            type="date"
            optional
          />
        ))}
      </div>
      <div className="max-w-xs">
        <TextField
          field={field("hour")}
          label={t("releases.planHour")}
          hint={t("releases.hourHint")}
          type="time"
        />
      </div>
      <button className="button button-main">{t("releases.planSubmit")}</button>
    </form>
  );
}
