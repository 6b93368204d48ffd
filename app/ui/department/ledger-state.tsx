import { formatInstant } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Whether ledger, bank inbox, payments and orders agree. */
export function LedgerState(props: { differenceCount: number; asOf: number }) {
  const t = useT();
  return (
    <section>
      <h2 className="text-xl">{t("department.ledgerHeading")}</h2>
      {props.differenceCount === 0 ? (
        <Notice tone="good">
          <p>{t("department.ledgerGood")}</p>
        </Notice>
      ) : (
        <Notice tone="attention">
          <p>{t("department.ledgerBad", { count: props.differenceCount })}</p>
          <p>
            <a className="underline" href={`${paths.bankTransactions()}#ledger`}>
              {t("department.ledgerSee")}
            </a>
          </p>
        </Notice>
      )}
      <p className="text-sm text-soft">
        {t("statistics.asOf", { time: formatInstant(props.asOf) })}
      </p>
    </section>
  );
}
