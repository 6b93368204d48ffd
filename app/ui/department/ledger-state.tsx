import type { LedgerReport } from "~/domain/settlement/types";
import { formatInstant } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Whether ledger, bank inbox, payments and orders agree; null while nobody knows yet. */
export function LedgerState({ report }: { report: LedgerReport | null }) {
  const t = useT();
  return (
    <section>
      <h2 className="text-xl">{t("department.ledgerHeading")}</h2>
      {report === null ? (
        <Notice tone="plain">
          <p>{t("department.ledgerRunning")}</p>
        </Notice>
      ) : (
        <Outcome report={report} />
      )}
    </section>
  );
}

function Outcome({ report }: { report: LedgerReport }) {
  const t = useT();
  const count = report.differences.length;
  return (
    <>
      {count === 0 ? (
        <Notice tone="good">
          <p>{t("department.ledgerGood")}</p>
        </Notice>
      ) : (
        <Notice tone="attention">
          <p>{t("department.ledgerBad", { count })}</p>
          <p>
            <a className="underline" href={`${paths.bankTransactions()}#ledger`}>
              {t("department.ledgerSee")}
            </a>
          </p>
        </Notice>
      )}
      <p className="text-sm text-soft">
        {t("department.ledgerAsOf", { time: formatInstant(report.asOf) })}
      </p>
    </>
  );
}
