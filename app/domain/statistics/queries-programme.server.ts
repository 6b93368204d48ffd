import { listRecognised } from "~/domain/catalog/queries-recognised.server";
import { countRecognisedAt } from "~/domain/catalog/recognised";
import { countHelpedAt, type HelpedCount } from "~/domain/households/queries-helped-totals.server";
import { listCommunes } from "~/domain/places/queries.server";
import { loadYearSessions } from "~/domain/training/queries-outcome.server";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { monthRange, monthsUntil, type Month } from "~/platform/period";
import { sumCommune, type SalesMonth } from "./commune-sales";
import { trainingCounts, type ProgrammeCounts } from "./programme";
import { listClosedSales } from "./queries-commune-sales.server";
import { readStandingSeries } from "./queries-periods.server";
import { currentMonth } from "./queries.server";
import { targetYears } from "./target-kinds";

export type Programme = {
  /** The year up to now, or up to its end. */
  total: ProgrammeCounts;
  /** The oldest first, up to the month that runs. */
  months: { month: Month; counts: ProgrammeCounts; isClosed: boolean }[];
  /** By name; only communes of which there is anything to say. */
  communes: { code: string; name: string; counts: ProgrammeCounts }[];
  /** Whose sellers the total and the communes have: the last closed month; null before there is one. */
  sellersOf: Pick<SalesMonth, "month" | "edition"> | null;
  methods: { month: Month; methodVersion: number }[];
};

/**
 * What the department's programmes have come to in a year, by month and by commune: sellers as the indicator counts them,
 * helped households as the list of helpers, training as the list of sessions. Its time does not grow with orders.
 */
export async function readProgramme(year: string): Promise<Programme> {
  const last = currentMonth() < `${year}-12` ? currentMonth() : `${year}-12`;
  const months = monthsUntil(last, Number(last.slice(5)));
  const at = endOf(last);
  const standing = new Map(
    (await readStandingSeries(last, months.length)).map((one) => [one.month.month, one]),
  );
  const closed = (await listClosedSales(months)).at(-1) ?? null;
  const recognised = await listRecognised();
  const training = await loadYearSessions(year);
  const countsOf = (one: Omit<Part, "training" | "recognised">) =>
    countPart({ ...one, training, recognised });
  const rows: Programme["months"] = [];
  for (const month of months) {
    const known = standing.get(month);
    const counts = countsOf({
      sellerCount: known?.month.activeSellerCount ?? null,
      helped: await countHelpedAt(endOf(month)),
      at: endOf(month),
      isOf: (session) => session.month === month,
    });
    rows.push({ month, counts, isClosed: known?.edition != null });
  }
  const helped = await countHelpedAt(at);
  const communes = (await listCommunes(settings().PROVINCE)).map(({ code, name }) => ({
    code,
    name,
    counts: countsOf({
      sellerCount: closed && sumCommune(code, [closed]).lastSellerCount,
      helped: helped.filter(({ communeCode }) => communeCode === code),
      at,
      isOf: ({ communeCode }) => communeCode === code,
      communeCode: code,
    }),
  }));
  return {
    total: countsOf({
      sellerCount: standing.get(closed?.month ?? "")?.month.activeSellerCount ?? null,
      helped,
      at,
      isOf: () => true,
    }),
    months: rows,
    communes: communes.filter(({ counts }) => Object.values(counts).some((count) => count)),
    sellersOf: closed && { month: closed.month, edition: closed.edition },
    methods: [...standing.values()].map(({ month, methodVersion }) => ({
      month: month.month,
      methodVersion,
    })),
  };
}

type Training = Awaited<ReturnType<typeof loadYearSessions>>;
type Part = {
  sellerCount: number | null;
  helped: readonly HelpedCount[];
  at: number;
  isOf: (session: Training["sessions"][number]) => boolean;
  /** Of this commune's products alone. */
  communeCode?: string;
  training: Training;
  recognised: Awaited<ReturnType<typeof listRecognised>>;
};

function countPart(part: Part): ProgrammeCounts {
  const { sellerCount, helped, at, communeCode, training } = part;
  const sessions = training.sessions.filter(part.isOf);
  const products =
    communeCode === undefined
      ? part.recognised
      : part.recognised.filter((product) => product.communeCode === communeCode);
  return {
    sellerCount,
    helpedCount: helped.reduce((sum, one) => sum + one.helpedCount, 0),
    helpedSellingCount: helped.reduce((sum, one) => sum + one.sellingCount, 0),
    ...countRecognisedAt(products, at),
    ...trainingCounts(sessions.length, training.outcomeOf(sessions)),
  };
}

/** The last moment of a month, or now while it runs. */
function endOf(month: Month): number {
  return Math.min(now(), monthRange(month).to - 1);
}

/** The years that there is a programme of, the newest first, and which of them is asked for; null: none of them. */
export function chooseProgrammeYear(asked: string | null): {
  years: string[];
  year: string | null;
} {
  const thisYear = currentMonth().slice(0, 4);
  const years = targetYears(Number(thisYear)).filter((year) => year <= thisYear);
  const year = asked ?? thisYear;
  return { years, year: years.includes(year) ? year : null };
}
