import { thresholdPercent } from "~/domain/settlement/tax-threshold";
import type { HouseholdYear } from "~/domain/settlement/types-tax";
import { formatVnd } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";

const FULL = 100;

/**
 * What a household has sold this year against the revenue above which it is taxed; the bar says what the number says. What it
 * noted at its stall counts for the tax as well, and is named apart: nobody has proved it.
 */
export function YearRevenue({ year, stallVnd }: { year: HouseholdYear; stallVnd: number }) {
  const t = useT();
  const language = useLanguage();
  const { percent } = year;
  const totalVnd = year.revenueVnd + stallVnd;
  return (
    <section className="mt-8" aria-labelledby="year-revenue">
      <h2 id="year-revenue" className="text-xl">
        {t("tax.ownYearTitle")}
      </h2>
      <p className="mt-1">
        {t("tax.ownYear", {
          year: year.year,
          amount: formatVnd(year.revenueVnd, language),
          threshold: formatVnd(year.thresholdVnd, language),
        })}
      </p>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${FULL} 8`}
        preserveAspectRatio="none"
        className={`mt-2 h-3 w-full max-w-xl ${year.mark === null ? "text-leaf" : "text-honey"}`}
      >
        <rect width={FULL} height="8" className="fill-line" />
        <rect width={Math.min(FULL, percent)} height="8" fill="currentColor" />
      </svg>
      <p className="num mt-1 font-semibold">{t("tax.ownYearPercent", { percent })}</p>
      {stallVnd > 0 ? (
        <p className="mt-1">
          {t("tax.ownYearStall", {
            amount: formatVnd(stallVnd, language),
            total: formatVnd(totalVnd, language),
            percent: thresholdPercent(totalVnd, year.thresholdVnd),
          })}
        </p>
      ) : null}
      <p className="text-sm text-soft">{t("tax.ownYearText")}</p>
    </section>
  );
}
