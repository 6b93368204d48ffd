import type { RunRow } from "~/domain/settlement/types-reconciliation";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The button that asks for a run, or that one is at work; then the page looks again by itself (`data-live-status`). */
export function RunStarter({ open }: { open: RunRow | null }) {
  const t = useT();
  if (open === null) {
    return (
      <form method="post" action={paths.reconciliation()} className="no-print my-4">
        <button className="button button-main">{t("reconciliation.runNow")}</button>
      </form>
    );
  }
  return (
    <div data-live-status={paths.reconciliationStatus()} data-live-state={open.id}>
      <Notice tone="plain" title={t("reconciliation.running")}>
        <p>{t("reconciliation.runningText")}</p>
        <p className="mt-2">
          <a className="button button-quiet" href={paths.reconciliation()}>
            {t("reconciliation.reload")}
          </a>
        </p>
      </Notice>
    </div>
  );
}
