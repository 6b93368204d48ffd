import type { AuditChange } from "~/domain/audit/changes";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { useShown } from "./shown-value";

/** What stood before and after, field by field and in full. */
export function ChangesTable({ changes }: { changes: readonly AuditChange[] }) {
  const t = useT();
  const show = useShown("whole");
  return (
    <ScrollRegion label={t("audit.changes")} stacks>
      <table className="table table-stacks text-sm">
        <thead>
          <tr>
            <th scope="col">{t("audit.field")}</th>
            <th scope="col">{t("audit.before")}</th>
            <th scope="col">{t("audit.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field}>
              <th scope="row" className="font-normal text-soft">
                {change.field === "" ? t("audit.whole") : change.field}
              </th>
              <td data-label={t("audit.before")} className="wrap-anywhere">
                {show(change.field, change.before)}
              </td>
              <td data-label={t("audit.after")} className="wrap-anywhere">
                {show(change.field, change.after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The same in few lines, within a list. */
export function ChangesInShort({ changes }: { changes: readonly AuditChange[] }) {
  const t = useT();
  const show = useShown("short");
  return (
    <dl className="my-2 grid gap-y-1">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="wrap-anywhere">
          <dt className="inline text-soft">{field === "" ? t("audit.whole") : field}: </dt>
          <dd className="inline">
            {before === undefined
              ? show(field, after)
              : t("audit.fromTo", { before: show(field, before), after: show(field, after) })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
