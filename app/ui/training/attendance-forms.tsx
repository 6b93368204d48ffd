import { useForm } from "@conform-to/react";
import { PERSON_DAYS } from "~/domain/training/outcome";
import type { FoundHousehold } from "~/domain/training/types";
import { useMark } from "~/ui/in-language";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { withQuery } from "~/web/with-query";

/** Finds households by name or phone; those that were there are ticked. */
export function TickHouseholds(props: {
  action: string;
  typed: string;
  found: readonly FoundHousehold[];
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { action, typed, found } = props;
  return (
    <section aria-labelledby="find" className="mt-8">
      <h2 id="find" className="text-2xl">
        {t("training.findTitle")}
      </h2>
      <form method="get" action={action} className="my-3 flex flex-wrap gap-2">
        <label className="min-w-56 flex-1">
          <span className="font-semibold">{t("training.find")}</span>
          <input type="search" name="q" defaultValue={typed} maxLength={100} className="mt-1" />
        </label>
        <button className="button button-quiet self-end">{t("training.findSubmit")}</button>
      </form>
      {typed !== "" && found.length === 0 ? <p>{t("training.findNone")}</p> : null}
      {found.length === 0 ? null : <TickForm {...props} action={withQuery(action, { q: typed })} />}
    </section>
  );
}

function TickForm(props: {
  /** With what was looked for, so that an answer shows the same households. */
  action: string;
  found: readonly FoundHousehold[];
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const reply = repliesTo(props.reply, "tick");
  const [form, fields] = useForm<{ household: string[] }>({
    id: "tick",
    lastResult: reply?.submission ?? null,
  });
  const { errors, errorId, id } = fields.household;
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name="intent" value="tick" />
      <fieldset aria-describedby={errors ? errorId : undefined}>
        <legend className="font-semibold">{t("training.findTick")}</legend>
        {props.found.map(({ slug, name, communeName, isListed }, i) => (
          <label
            key={slug}
            className="card mt-2 flex min-h-12 cursor-pointer items-center gap-3 px-3 py-2"
          >
            <input
              type="checkbox"
              id={i === 0 ? id : undefined} // where the error summary leads
              name="household"
              value={slug}
              disabled={isListed}
            />
            <span>
              {mark(name, "vi")} · {mark(communeName, "vi")}
              {isListed ? (
                <span className="block text-sm text-soft">{t("training.findListed")}</span>
              ) : null}
            </span>
          </label>
        ))}
      </fieldset>
      <button className="button button-main mt-3 w-full">{t("training.tick")}</button>
    </form>
  );
}

/** Writes down who has no household here. */
export function WriteDownPerson(props: {
  action: string;
  /** Made with the page. */
  attendanceId: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const reply = repliesTo(props.reply, "add");
  const [form, fields] = useForm<Record<"attendanceId" | "name" | "phone", string>>({
    id: "add",
    lastResult: reply?.submission ?? null,
  });
  return (
    <section aria-labelledby="add-title" className="mt-8">
      <h2 id="add-title" className="text-2xl">
        {t("training.addTitle")}
      </h2>
      <form method="post" id={form.id} action={props.action} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        <input type="hidden" name="intent" value="add" />
        <input
          type="hidden"
          name="attendanceId"
          value={fields.attendanceId.initialValue ?? props.attendanceId}
        />
        <TextField
          field={fields.name}
          label={t("training.addName")}
          language="vi"
          autoComplete="off"
        />
        <TextField
          field={fields.phone}
          label={t("training.addPhone")}
          hint={t("training.addPhoneHint", { days: PERSON_DAYS })}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          optional
        />
        <button className="button button-main w-full">{t("training.add")}</button>
      </form>
    </section>
  );
}

/** Of the page's forms the one that was sent shows its answer. */
function repliesTo(reply: MutationReply | undefined, intent: string): MutationReply | undefined {
  return reply?.submission?.initialValue?.["intent"] === intent ? reply : undefined;
}
