import { reader } from "~/platform/db.server";
import { monthsUntil, type Month } from "~/platform/period";
import { listEditions } from "./periods/queries-editions.server";
import { SERIES_MONTHS } from "./queries.server";
import type { Edition, MonthlyReport } from "./types-periods";
import { withholdFigures } from "./withhold-figures";

/**
 * What a report of one edition says: months before it by their newest editions (of a published one: their newest published),
 * open ones left out, and nothing that may not be published, because a report leaves the house. Null where there is no such edition.
 */
export async function readMonthlyReport(
  month: Month,
  number: string | undefined,
): Promise<MonthlyReport | null> {
  const months = monthsUntil(month, SERIES_MONTHS);
  const editions = await listEditions(reader(), months);
  const edition = editions.find((one) => one.month === month && String(one.edition) === number);
  if (!edition) return null;
  // Beside what is public stands only what is public: a revision that waits for its hour is not told by another's report.
  const mayStand = ({ publishedAt }: Edition) =>
    edition.publishedAt === null || publishedAt !== null;
  const standing = months.flatMap((one) => {
    const own =
      one === month
        ? edition
        : editions.findLast((other) => other.month === one && mayStand(other));
    return own ? [own.manifest] : [];
  });
  return {
    edition,
    months: standing.map(({ measured, disclosed }) => withholdFigures(measured, disclosed)),
    methods: standing.map(({ month: of, methodVersion }) => ({ month: of, methodVersion })),
  };
}
