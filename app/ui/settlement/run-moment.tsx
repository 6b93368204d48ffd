import type { RunRow } from "~/domain/settlement/types-reconciliation";
import { formatDate, formatInstant } from "~/platform/period";
import { useT } from "~/ui/site";

/** Of which day a run is, when it was done and who asked for it. */
export function RunMoment({ run }: { run: RunRow }) {
  const t = useT();
  return (
    <p className="num text-sm text-soft">
      {t("reconciliation.ofDay", { date: formatDate(run.localDate) })} ·{" "}
      {t("reconciliation.asOf", { time: formatInstant(run.takenAt ?? run.askedAt) })} ·{" "}
      {run.askedByName ?? t("reconciliation.byClock")}
    </p>
  );
}
