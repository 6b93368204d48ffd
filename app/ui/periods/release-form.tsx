import { useForm } from "@conform-to/react";
import { isPending, type Release, type ReleaseTurn } from "~/domain/statistics/releases";
import { formatInstant, localDateOf } from "~/platform/period";
import { FormErrors, TextAreaField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

const HOUR = "09:00";

/** As the fields have it: what holds, or the usual hour. */
function told(current: Release | null): { day?: string; hour: string } {
  const dueAt = current?.dueAt ?? null;
  if (!current || dueAt === null || !isPending(current)) return { hour: HOUR };
  return { day: localDateOf(dueAt), hour: formatInstant(dueAt).slice(0, 5) };
}

/** The hour at which a month will be published; told before, with a reason. */
export function ReleaseForm(props: { turn: ReleaseTurn; reply: MutationReply | undefined }) {
  const t = useT();
  const { turn, reply } = props;
  const { current, month, seen } = turn;
  const [form, fields] = useForm<Record<"seen" | "day" | "hour" | "reason", string>>({
    id: "release",
    lastResult: reply?.submission ?? null,
    defaultValue: told(current),
  });
  return (
    <section className="mt-8 max-w-2xl">
      <h2 className="text-2xl">{headingText()}</h2>
      <form method="post" id={form.id} action={paths.release(month)} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        <input type="hidden" name="seen" value={seen} />
        <div className="grid items-end gap-x-4 sm:grid-cols-2">
          <TextField field={fields.day} label={t("releases.formDay")} type="date" />
          <TextField
            field={fields.hour}
            label={t("releases.formHour")}
            hint={t("releases.hourHint")}
            type="time"
          />
        </div>
        {current ? (
          <TextAreaField
            field={fields.reason}
            label={t("releases.formReason")}
            hint={t("releases.formReasonHint")}
            rows={3}
            language="vi"
          />
        ) : null}
        <button className="button button-main">
          {current ? t("releases.submitMove") : t("releases.submitAnnounce")}
        </button>
      </form>
    </section>
  );

  function headingText(): string {
    if (!current) return t("releases.formAnnounce");
    return isPending(current) ? t("releases.formMove") : t("releases.formAgain");
  }
}
