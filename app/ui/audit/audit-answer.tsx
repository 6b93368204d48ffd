import type { AuditPage } from "~/domain/audit/types";
import type { AuditNames } from "~/domain/flows/asked-audit";
import { formatExact } from "~/platform/period";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import type { Query } from "~/web/with-query";
import { AuditTable } from "./audit-table";

/** What the log answers: a page of entries, how far it was looked, the next page and the file. */
export function AuditAnswer(props: {
  answer: AuditPage & { names: AuditNames };
  asked: Query;
  isFirst: boolean;
}) {
  const t = useT();
  const { answer, asked, isFirst } = props;
  const { entries, names, next, stoppedAt } = answer;
  return (
    <section aria-labelledby="audit-answer" className="mt-8">
      <h2 id="audit-answer" className="mb-3 text-2xl">
        {t("audit.answerHeading")}
      </h2>
      {entries.length > 0 ? <AuditTable entries={entries} names={names} /> : null}
      {entries.length === 0 && stoppedAt === null ? (
        <EmptyState title={isFirst ? t("audit.empty") : t("audit.emptyAfter")} />
      ) : null}
      {stoppedAt === null ? null : (
        <Notice tone="plain" title={t("audit.stopped", { time: formatExact(stoppedAt) })}>
          <p>{t("audit.stoppedHint")}</p>
        </Notice>
      )}
      <nav aria-label={t("audit.pages")} className="no-print my-6 flex flex-wrap gap-4">
        {isFirst ? null : (
          <a className="button button-quiet" href={paths.audit(asked)}>
            {t("audit.toFirst")}
          </a>
        )}
        {next === null ? null : (
          <a
            className="button button-quiet"
            rel="next"
            href={paths.audit({ ...asked, after: next })}
          >
            {stoppedAt === null ? t("common.nextPage") : t("audit.goOn")} →
          </a>
        )}
      </nav>
      <p className="no-print">
        <a className="button button-quiet" href={paths.auditCsv(asked)}>
          {t("audit.file")}
        </a>
      </p>
      <p className="no-print mt-2 max-w-prose text-sm text-soft">{t("audit.fileNote")}</p>
    </section>
  );
}
