import type { RunRow } from "~/domain/settlement/types-reconciliation";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** In a sentence whether all agrees. */
export function RunOutcome({ run }: { run: RunRow }) {
  const t = useT();
  if (run.status === "balanced") {
    return <Notice tone="good" title={t("reconciliation.balancedTitle")} />;
  }
  if (run.status === "differs") {
    const { differenceCount, newCount } = run;
    return (
      <Notice tone="attention" title={t("reconciliation.differsTitle", { count: differenceCount })}>
        {newCount === 0 ? null : <p>{t("reconciliation.differsNew", { count: newCount })}</p>}
      </Notice>
    );
  }
  if (run.status !== "failed") return null;
  return (
    <Notice tone="attention" title={t("reconciliation.failedTitle")}>
      <p>{t("reconciliation.failedText")}</p>
    </Notice>
  );
}
