import { FIGURE_CODES } from "~/domain/statistics/figure-codes";
import { billionDecimalsOf } from "~/domain/statistics/figures";
import type { IndicatorMonth } from "~/domain/statistics/types";
import type { Edition } from "~/domain/statistics/types-periods";
import { useT } from "~/ui/site";
import { FigureText } from "~/ui/statistics/figure-text";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { DifferenceTable, FigureHead } from "./difference-table";
import { EditionSource } from "./edition-source";

/** Every figure of an edition; of a revision first what it changed. */
export function EditionFigures(props: { edition: Edition; before: IndicatorMonth | null }) {
  const t = useT();
  const { measured, revision } = props.edition.manifest;
  return (
    <section className="mt-10">
      <h2 className="text-2xl">{t("periods.figuresHeading")}</h2>
      {revision && props.before && revision.figures.length > 0 ? (
        <DifferenceTable
          codes={revision.figures.map(({ code }) => code)}
          before={props.before}
          after={measured}
          heads={[t("periods.columnRevisedBefore"), t("periods.columnRevisedAfter")]}
        />
      ) : null}
      <h3 className="mt-6 text-lg">{t("periods.figuresCaption")}</h3>
      <ScrollRegion label={t("periods.figuresCaption")}>
        <table className="table text-sm">
          <caption className="sr-only">{t("periods.figuresCaption")}</caption>
          <tbody>
            {FIGURE_CODES.map((code) => (
              <tr key={code}>
                <FigureHead code={code} />
                <td className="amount">
                  <FigureText
                    code={code}
                    month={measured}
                    billionDecimals={billionDecimalsOf([measured])}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <EditionSource of="measured" edition={props.edition} />
    </section>
  );
}
