import type { RunRow } from "~/domain/settlement/types-reconciliation";
import { NAMED_MAX } from "~/domain/settlement/reconciliation";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";

function differsTitle(t: Translate, count: number): string {
  return count < NAMED_MAX
    ? t("reconciliation.differsTitle", { count })
    : t("reconciliation.differsAtLeast", { number: count });
}

/** In a sentence whether all agrees. */
export function RunOutcome({ run }: { run: RunRow }) {
  const t = useT();
  if (run.status === "balanced" && run.bankWord === "not_told") {
    return (
      <Notice tone="attention" title={t("reconciliation.notToldTitle")}>
        <p>{t("reconciliation.notToldText")}</p>
      </Notice>
    );
  }
  if (run.status === "balanced") {
    return <Notice tone="good" title={t("reconciliation.balancedTitle")} />;
  }
  if (run.status === "differs") {
    const { differenceCount, newCount } = run;
    return (
      <Notice tone="attention" title={differsTitle(t, differenceCount)}>
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
