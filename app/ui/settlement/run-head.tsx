import type { RunRow } from "~/domain/settlement/types-reconciliation";
import { formatDate, formatInstant } from "~/platform/period";
import { useT } from "~/ui/site";
import { RunOutcome } from "./run-outcome";

/** How it ended, of which day it is, and who asked for it. */
export function RunHead({ run }: { run: RunRow }) {
  const t = useT();
  return (
    <>
      <RunOutcome run={run} />
      <p className="num text-sm text-soft">
        {t("reconciliation.ofDay", { date: formatDate(run.localDate) })} ·{" "}
        {t("reconciliation.asOf", { time: formatInstant(run.takenAt ?? run.askedAt) })} ·{" "}
        {run.askedByName ?? t("reconciliation.byClock")}
      </p>
    </>
  );
}
