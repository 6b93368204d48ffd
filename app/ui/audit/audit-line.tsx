import type { AuditEntry } from "~/domain/audit/types";
import { subjectKey, type AuditNames } from "~/domain/flows/asked-audit";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ALL } from "~/domain/audit/question";
import { actorWords, kindWords } from "./audit-words";
import { subjectHref } from "./subject-href";

type Props = { entry: AuditEntry; names: AuditNames };

/** Who it was and as what. */
export function Actor({ entry, names }: Props) {
  const t = useT();
  const mark = useMark();
  const { actorId, actorKind, onBehalfOfId } = entry;
  const household = onBehalfOfId === null ? undefined : names.households[onBehalfOfId];
  return (
    <>
      {actorId === null ? null : <Person id={actorId} names={names} />}
      <span className="block text-soft">{actorWords(t, actorKind)}</span>
      {household ? (
        <span className="block">
          {t("audit.forHousehold", { household: mark(household.name ?? household.code, "vi") })}
        </span>
      ) : null}
    </>
  );
}

/** Of somebody whose account was deleted the log leads to nothing else. */
function Person({ id, names }: { id: string; names: AuditNames }) {
  const t = useT();
  const mark = useMark();
  const name = names.people[id]?.fullName ?? "";
  if (name === "") return <span className="block">{t("audit.gone")}</span>;
  return (
    <a href={paths.audit({ person: id })} className="block py-1 underline">
      {mark(name, "vi")}
    </a>
  );
}

/** On what: its name and the way to its page, or its id, and the way to all that happened to it. */
export function Subject({ entry, names }: Props) {
  const t = useT();
  const mark = useMark();
  const { subjectKind: kind, subjectId: id } = entry;
  if (kind === "audit" && id === ALL) return <>{t("audit.wholeLog")}</>;
  const named = names.subjects[subjectKey(entry)];
  const person = kind === "user" ? names.people[id] : undefined;
  const gone = person ? t("audit.gone") : id;
  const text = person?.fullName || (named?.name ?? named?.code ?? gone);
  const href = subjectHref(kind, { id, code: named?.code ?? null });
  return (
    <>
      <span className="block text-soft">{kindWords(t, kind)}</span>
      <span className="block wrap-anywhere">
        {href === null ? (
          mark(text, "vi")
        ) : (
          <a href={href} className="inline-block py-1 underline">
            {mark(text, "vi")}
          </a>
        )}
        {named?.name ? <span className="block text-soft">{named.code}</span> : null}
      </span>
      {person?.fullName === "" ? null : (
        <a href={paths.audit({ kind, subject: id })} className="block py-1 underline">
          {t("audit.onlyThis")}
        </a>
      )}
    </>
  );
}
