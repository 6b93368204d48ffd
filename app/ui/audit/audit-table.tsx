import { changesOf } from "~/domain/audit/changes";
import type { AuditEntry } from "~/domain/audit/types";
import type { AuditNames } from "~/domain/flows/asked-audit";
import { formatExact } from "~/platform/period";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { Actor, Subject } from "./audit-line";
import { actWords } from "./audit-words";
import { ChangesInShort } from "./changes-table";

/** Entries of the log, the newest first. */
export function AuditTable(props: { entries: readonly AuditEntry[]; names: AuditNames }) {
  const t = useT();
  return (
    <ScrollRegion label={t("audit.title")} stacks>
      <table className="table table-stacks text-sm">
        <thead>
          <tr>
            <th scope="col">{t("audit.columnTime")}</th>
            <th scope="col">{t("audit.columnActor")}</th>
            <th scope="col">{t("audit.columnAct")}</th>
            <th scope="col">{t("audit.columnSubject")}</th>
          </tr>
        </thead>
        <tbody>
          {props.entries.map((entry) => (
            <tr key={entry.id}>
              <th scope="row" className="num font-normal">
                {formatExact(entry.occurredAt)}
              </th>
              <td data-label={t("audit.columnActor")}>
                <Actor entry={entry} names={props.names} />
              </td>
              <td data-label={t("audit.columnAct")}>
                <p className="font-semibold">{actWords(t, entry.action)}</p>
                <Details entry={entry} />
              </td>
              <td data-label={t("audit.columnSubject")}>
                <Subject entry={entry} names={props.names} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Details({ entry }: { entry: AuditEntry }) {
  const t = useT();
  const changes = changesOf(entry);
  if (changes.length === 0) return null;
  return (
    <details>
      <summary className="min-h-8 cursor-pointer underline">{t("audit.changes")}</summary>
      <ChangesInShort changes={changes} />
      <p>
        <a href={paths.auditEntry(entry.id)} className="underline">
          {t("audit.toEntry")}
        </a>
      </p>
    </details>
  );
}
