import { NAMED_MAX } from "~/domain/settlement/reconciliation";
import type { RunPage, RunRow } from "~/domain/settlement/types-reconciliation";
import { formatDate } from "~/platform/period";
import { LocalTime } from "~/ui/primitives/local-time";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";

function runCount(t: Translate, count: number): string {
  return count < NAMED_MAX
    ? t("reconciliation.runCount", { count })
    : t("reconciliation.runCountAtLeast", { number: count });
}

/** All that were done, newest first. */
export function RunList({ list }: { list: RunPage }) {
  const t = useT();
  if (list.runs.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="runs">
      <h2 id="runs" className="scroll-mt-4 text-xl">
        {t("reconciliation.runsTitle")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {list.runs.map((run) => (
          <li
            key={run.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2"
          >
            <a
              className="num inline-flex min-h-12 items-center font-semibold"
              href={paths.reconciliationRun(run.id)}
            >
              {t("reconciliation.runOf", { date: formatDate(run.localDate) })}
            </a>
            <span className={isProved(run) ? "text-leaf" : "font-semibold"}>
              {isUntold(run)
                ? t("reconciliation.balancedUntold")
                : t(`reconciliation.status_${run.status}_text`)}
              {run.differenceCount === 0 ? null : ` · ${runCount(t, run.differenceCount)}`}
            </span>
            <span className="basis-full text-sm text-soft sm:basis-auto">
              <LocalTime instant={run.takenAt ?? run.askedAt} /> ·{" "}
              {run.askedByName ?? t("reconciliation.byClock")}
            </span>
          </li>
        ))}
      </ul>
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => `${paths.reconciliation({ page })}#runs`}
      />
    </section>
  );
}

/** The books agree among themselves, and no balance of the bank's says whether they are true. */
function isUntold({ status, bankWord }: RunRow): boolean {
  return status === "balanced" && bankWord === "not_told";
}

function isProved(run: RunRow): boolean {
  return run.status === "balanced" && !isUntold(run);
}
