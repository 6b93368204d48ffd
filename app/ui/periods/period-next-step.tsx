import type { Period } from "~/domain/statistics/types-periods";
import { formatMonth, type Month } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { editionName } from "./edition-name";

/** Where what is kept was found to differ from the orders: the way on. */
export function RecountForm({ month }: { month: Month }) {
  const t = useT();
  return (
    <form method="post" action={paths.periodRecount(month)} className="mt-4">
      <button className="button button-main">
        {t("periods.recount", { month: formatMonth(month) })}
      </button>
      <p className="mt-2 text-sm text-soft">{t("periods.recountHint")}</p>
    </form>
  );
}

/** What can be done with a month now: wait, close it, or make its newest edition public. */
export function PeriodNextStep({ period }: { period: Period }) {
  const t = useT();
  const newest = period.editions.at(-1);
  if (period.state === "running") return <p>{t("periods.runningText")}</p>;
  if (!newest) return <Closing period={period} />;
  if (newest.publishedAt !== null) return null;
  const name = editionName(t, newest.edition);
  return (
    <section className="mt-8">
      <h2 className="text-2xl">{t("periods.publishHeading")}</h2>
      <p className="mt-2 max-w-prose">{t("periods.publishText", { edition: name })}</p>
      <form method="post" action={paths.periodPublication(period.month)} className="mt-4">
        <input type="hidden" name="edition" value={newest.edition} />
        <button className="button button-main">
          {t("periods.publish", { month: formatMonth(period.month) })}
        </button>
        <p className="mt-2 text-sm text-soft">{t("periods.publishHint")}</p>
      </form>
    </section>
  );
}

function Closing({ period }: { period: Period }) {
  const t = useT();
  const { month, isNext, live } = period;
  if (!isNext) {
    return (
      <p>
        {t("periods.openText")} {t("periods.openEarlier")}
      </p>
    );
  }
  const isComplete = live.retailTotals.goods && live.retailTotals.goods_services;
  return (
    <>
      <p className="max-w-prose">{t("periods.openText")}</p>
      {isComplete ? null : (
        <Notice tone="plain">
          {t("periods.openMissingTotal")}{" "}
          <a className="underline" href={paths.retailTotals({ month })}>
            {t("periods.enterTotal")}
          </a>
        </Notice>
      )}
      <form method="post" action={paths.periodClosure(month)} className="mt-4">
        <input type="hidden" name="seen" value={period.seen} />
        <button className="button button-main">
          {t("periods.close", { month: formatMonth(month) })}
        </button>
        <p className="mt-2 text-sm text-soft">{t("periods.closeHint")}</p>
      </form>
    </>
  );
}
