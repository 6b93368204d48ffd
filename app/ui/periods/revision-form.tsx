import { useForm } from "@conform-to/react";
import type { Period } from "~/domain/statistics/types-periods";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { DifferenceTable } from "./difference-table";
import { EditionSource } from "./edition-source";
import { editionName } from "./edition-name";

/** What differs from the newest edition by now, and the form that makes a revision of it. */
export function PeriodChanges(props: {
  period: Period;
  reply: MutationReply | undefined;
  note: string;
}) {
  const t = useT();
  const { period, reply, note } = props;
  const newest = period.editions.at(-1);
  if (!newest) return null;
  const name = editionName(t, newest.edition);
  const { isChanged } = period;
  return (
    <section className="mt-10" id="changes">
      <h2 className="text-2xl">{t("periods.changesHeading")}</h2>
      {isChanged ? (
        <>
          <p className="mt-2 max-w-prose">
            {t("periods.changesText", { edition: editionName(t, newest.edition + 1) })}
          </p>
          <DifferenceTable
            codes={period.differences.map(({ code }) => code)}
            before={newest.manifest.measured}
            after={period.live}
            heads={[t("periods.columnBefore"), t("periods.columnAfter")]}
          />
          <EditionSource of="measured" edition={newest} />
        </>
      ) : (
        <p className="mt-2 max-w-prose">{t("periods.changesNone", { edition: name })}</p>
      )}
      {isChanged || reply || note !== "" ? (
        <RevisionForm period={period} edition={newest.edition} reply={reply} note={note} />
      ) : null}
    </section>
  );
}

function RevisionForm(props: {
  period: Period;
  edition: number;
  reply: MutationReply | undefined;
  /** Typed before, and not taken. */
  note: string;
}) {
  const t = useT();
  const { period, edition, reply, note } = props;
  const [form, fields] = useForm<{ note: string }>({
    id: "revision",
    defaultValue: { note },
    lastResult: reply?.submission ?? null,
  });
  return (
    <form
      method="post"
      id={form.id}
      action={paths.period(period.month)}
      className="mt-6 max-w-2xl"
      noValidate
    >
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="seen" value={period.seen} />
      <TextAreaField field={fields.note} label={t("periods.note")} hint={t("periods.noteHint")} />
      <button className="button button-main">
        {t("periods.revise", { edition: editionName(t, edition + 1) })}
      </button>
    </form>
  );
}
