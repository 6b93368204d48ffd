import type { RunRow } from "~/domain/settlement/types-reconciliation";
import { formatInstant } from "~/platform/period";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { RunOutcome } from "./run-outcome";

/** How the newest reconciliation ended, with the way to it; null before the first. */
export function ReconciliationState({ run }: { run: RunRow | null }) {
  const t = useT();
  return (
    <section>
      <h2 className="text-xl">{t("reconciliation.stateTitle")}</h2>
      {run === null ? (
        <p className="mt-2 text-soft">{t("reconciliation.none")}</p>
      ) : (
        <>
          <RunOutcome run={run} />
          <p className="text-sm text-soft">
            {t("reconciliation.asOf", { time: formatInstant(run.takenAt ?? run.askedAt) })}
          </p>
        </>
      )}
      <p className="mt-2">
        <a className="inline-flex min-h-12 items-center" href={paths.reconciliation()}>
          {t("reconciliation.stateSee")}
        </a>
      </p>
    </section>
  );
}
