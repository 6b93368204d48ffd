import type { DifferenceRow, RunView } from "~/domain/settlement/types-reconciliation";
import { formatInstant } from "~/platform/period";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { DifferenceAmounts } from "./difference-amounts";
import { DifferenceSubjects } from "./difference-subjects";

/** Everything that differs, with what it is about, both amounts and what officers know of it. */
export function DifferenceList({ run }: { run: RunView }) {
  const t = useT();
  return (
    <section className="mt-8" aria-labelledby="differences">
      <h2 id="differences" className="text-xl">
        {t("reconciliation.differencesTitle")}
      </h2>
      {run.differences.length === 0 ? (
        <p className="mt-2 text-soft">{t("reconciliation.differencesEmpty")}</p>
      ) : (
        <ul className="mt-2 border-t border-line">
          {run.differences.map((difference) => (
            <Item key={difference.id} difference={difference} />
          ))}
        </ul>
      )}
      <Pagination
        page={run.page}
        pageCount={run.pageCount}
        hrefOf={(page) => paths.reconciliationRun(run.id, { page })}
      />
    </section>
  );
}

function Item({ difference }: { difference: DifferenceRow }) {
  const t = useT();
  const { note } = difference;
  return (
    <li className="break-inside-avoid border-b border-line py-3">
      <p className="font-semibold">{t(`reconciliation.difference_${difference.name}_text`)}</p>
      <DifferenceSubjects difference={difference} />
      <DifferenceAmounts difference={difference} />
      <p className="text-sm text-soft">
        {difference.isNew ? (
          <strong className="text-persimmon">{t("reconciliation.isNew")}</strong>
        ) : (
          t("reconciliation.standsSince", { time: formatInstant(difference.standsSince) })
        )}
      </p>
      {note === null ? null : (
        <p className="mt-1 border-l-4 border-line pl-3 wrap-anywhere">
          {t("reconciliation.noteOf", {
            name: note.notedByName,
            time: formatInstant(note.notedAt),
            note: note.note,
          })}
        </p>
      )}
      <p className="no-print">
        <a className="inline-flex min-h-12 items-center" href={paths.difference(difference.id)}>
          {note === null ? t("reconciliation.noteAdd") : t("reconciliation.noteOpen")}
        </a>
      </p>
    </li>
  );
}
