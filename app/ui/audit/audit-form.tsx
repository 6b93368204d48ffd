import { actionsOf, AUDIT_NOUNS } from "~/domain/audit/actions";
import { SUBJECT_KINDS } from "~/domain/audit/subject-kinds";
import { ACTOR_KINDS } from "~/domain/audit/question";
import type { AskedAudit } from "~/domain/flows/asked-audit";
import type { NamedPerson } from "~/domain/identity/named-person";
import { useSite, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { AskField, AskSelect, type Choices } from "./ask-field";
import { actorWords, actWords, kindWords } from "./audit-words";

export type Staff = { officers: readonly NamedPerson[]; helpers: readonly NamedPerson[] };

/** What is asked of the log; a plain form that asks by the address. */
export function AuditForm(props: { asked: AskedAudit; staff: Staff; chosen: NamedPerson | null }) {
  const t = useT();
  const { asked } = props;
  const choices = useChoices(props);
  const field = { asked, choices };
  return (
    <form
      action={paths.audit()}
      className="no-print mt-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3"
    >
      <AskField asked={asked} name="from" label={t("audit.from")} hint={t("audit.dayHint")} />
      <AskField asked={asked} name="to" label={t("audit.to")} hint={t("audit.dayHint")} />
      <AskSelect {...field} name="who" label={t("audit.who")} />
      <AskSelect {...field} name="person" label={t("audit.person")} />
      <AskField asked={asked} name="phone" label={t("audit.phone")} type="tel" />
      <AskSelect {...field} name="act" label={t("audit.act")} />
      <AskSelect {...field} name="kind" label={t("audit.kind")} />
      <AskField
        asked={asked}
        name="subject"
        label={t("audit.subject")}
        hint={t("audit.subjectHint")}
      />
      <AskField
        asked={asked}
        name="household"
        label={t("audit.household")}
        hint={t("audit.householdHint")}
      />
      <p className="flex flex-wrap gap-3 sm:col-span-2 lg:col-span-3">
        <button className="button button-main">{t("audit.show")}</button>
        <a className="button button-quiet" href={paths.audit()}>
          {t("audit.reset")}
        </a>
      </p>
    </form>
  );
}

function useChoices({ staff, chosen }: { staff: Staff; chosen: NamedPerson | null }): Choices {
  const t = useT();
  const { language } = useSite();
  const byLabel = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, language);
  const people = (all: readonly NamedPerson[]) =>
    all.map(({ id, fullName }) => ({ value: id, label: fullName, language: "vi" as const }));
  const isListed = [...staff.officers, ...staff.helpers].some(({ id }) => id === chosen?.id);
  const other =
    chosen && !isListed ? [{ ...chosen, fullName: chosen.fullName || t("audit.gone") }] : [];
  return {
    who: [{ options: ACTOR_KINDS.map((kind) => ({ value: kind, label: actorWords(t, kind) })) }],
    person: [
      { options: people(other) },
      { label: t("audit.actor_department_officer"), options: people(staff.officers) },
      { label: t("audit.actor_agent"), options: people(staff.helpers) },
    ],
    act: AUDIT_NOUNS.map((noun) => ({
      label: t(`audit.noun_${noun}`),
      options: [
        { value: noun, label: t("audit.allOf", { noun: t(`audit.noun_${noun}`) }) },
        ...actionsOf(noun).map((action) => ({ value: action, label: actWords(t, action) })),
      ],
    })).toSorted(byLabel),
    kind: [
      {
        options: SUBJECT_KINDS.map((kind) => ({ value: kind, label: kindWords(t, kind) })).toSorted(
          byLabel,
        ),
      },
    ],
  };
}
