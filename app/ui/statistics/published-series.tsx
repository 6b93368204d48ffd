import { flatMonthOf, methodUsesOf } from "~/domain/statistics/method-versions";
import type { PublishedMonth } from "~/domain/statistics/types-periods";
import type { ShareTargets } from "~/domain/statistics/types-targets";
import { formatInstant, formatMonth } from "~/platform/period";
import { editionName } from "~/ui/periods/edition-name";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { SeriesCharts } from "./series-charts";
import { SeriesNotes } from "./series-notes";
import { SeriesTable } from "./series-table";
import { ShareCard } from "./share-card";
import { SourceLine } from "./source-line";

/** The newest published month with its shares, and the last thirteen, as everybody may see them. */
export function PublishedSeries(props: {
  published: readonly PublishedMonth[];
  targets: ShareTargets | null;
}) {
  const { published, targets } = props;
  const t = useT();
  const language = useLanguage();
  const months = published.map(({ month }) => month);
  const newest = published.at(-1);
  if (!newest) return null;
  const { month, edition, publishedAt, hash } = newest;
  return (
    <>
      <section className="mt-8">
        <h2 className="text-2xl">
          {t("statistics.latestHeading", { month: formatMonth(month.month) })}
        </h2>
        <div className="mt-4 grid gap-8 md:grid-cols-2">
          <ShareCard kind="goods" month={month} heading="h3" target={targets?.goods ?? null} />
          <ShareCard
            kind="goods_services"
            month={month}
            heading="h3"
            target={targets?.goods_services ?? null}
          />
        </div>
        <SourceLine
          of="measured"
          asOf={{ kind: "published", at: publishedAt }}
          first={month.month}
          last={month.month}
          methods={methodUsesOf([flatMonthOf(newest)])}
        />
        <p className="mt-2 text-sm break-words text-soft">
          {t("periods.publicEdition", {
            month: formatMonth(month.month),
            edition: editionName(t, edition),
            time: formatInstant(publishedAt),
            hash,
          })}
        </p>
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("statistics.seriesHeading")}</h2>
        <SeriesCharts months={months} hrefOf={(chart) => paths.statisticsChart(language, chart)} />
        <div className="mt-8">
          <SeriesTable months={months} />
        </div>
        <SeriesNotes
          months={months}
          asOf={{ kind: "published", at: Math.max(...published.map((one) => one.publishedAt)) }}
          methods={methodUsesOf(published.map(flatMonthOf))}
        />
      </section>
    </>
  );
}
