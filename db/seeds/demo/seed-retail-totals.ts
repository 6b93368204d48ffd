import type { RetailKind, RetailStage } from "../../../app/domain/statistics/retail-stages";
import { present } from "../../../app/platform/invariant";
import { vnd } from "../../../app/platform/money";
import { addMonths, monthOf, monthsUntil, type Month } from "../../../app/platform/period";
import { retailTotals } from "../../schema/statistics";
import { prepareInsert } from "../insert-rows";
import { momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

const SAMPLE_RETAIL_SOURCE = "Số mẫu để dùng thử, không phải số liệu chính thức";

const MONTH_COUNT = 13;
const BILLION = 1_000_000_000;
/** Billions of đồng a month, of the size such provinces report; invented. */
const MONTHLY_BILLIONS: Readonly<Record<string, Record<RetailKind, number>>> = {
  "08": { goods: 3_900, goods_services: 5_100 },
  "51": { goods: 6_300, goods_services: 8_200 },
  "82": { goods: 9_400, goods_services: 12_300 },
  "86": { goods: 8_800, goods_services: 11_500 },
};
/** January to December, in thousandths of an ordinary month: Tết, then a slow spring, then the year's end. */
const SEASON = [1_090, 1_060, 975, 970, 985, 985, 980, 985, 990, 1_000, 1_010, 1_040];
const GROWTH_PER_MONTH = 7; // thousandths
/** Months back for which the estimate is kept beside the final figure. */
const WITH_ESTIMATE = [2, 5, 9];

/**
 * The province's retail totals of the last thirteen complete months: the newest an estimate, the others final,
 * three of them with the estimate that came before.
 */
export function seedRetailTotals(writer: SampleWriter, enteredById: string): void {
  const { connection, day, random, newId, provinceCode } = writer;
  const insert = prepareInsert(connection, retailTotals);
  const sizes = present(MONTHLY_BILLIONS[provinceCode], `no retail size for ${provinceCode}`);
  const lastMonth = addMonths(monthOf(day.today), -1);

  const add = (total: { month: Month; kind: RetailKind; stage: RetailStage; tenths: number }) => {
    const publishedIn = total.stage === "estimate" ? total.month : addMonths(total.month, 1);
    const publishedOn = `${publishedIn}-28`;
    const enteredAt = momentOf(publishedOn, 15);
    insert({
      id: newId("rtt", enteredAt),
      month: total.month,
      kind: total.kind,
      amountVnd: vnd((total.tenths * BILLION) / 10), // published to a tenth of a billion
      stage: total.stage,
      source: SAMPLE_RETAIL_SOURCE,
      publishedOn,
      fileId: null,
      enteredById,
      enteredAt,
      isSample: true,
    });
  };

  monthsUntil(lastMonth, MONTH_COUNT).forEach((month, index) => {
    const monthsBack = MONTH_COUNT - index;
    const season = SEASON[Number(month.slice(5)) - 1] ?? 1_000;
    const level = season + index * GROWTH_PER_MONTH + random.whole(-8, 8);
    const miss = random.whole(-12, 12); // how far the estimate was off, in thousandths
    for (const kind of ["goods", "goods_services"] as const) {
      const tenths = Math.round((sizes[kind] * level) / 100);
      if (monthsBack === 1) add({ month, kind, stage: "estimate", tenths });
      else add({ month, kind, stage: "final", tenths });
      if (WITH_ESTIMATE.includes(monthsBack)) {
        const estimate = Math.round((tenths * (1_000 + miss)) / 1_000);
        add({ month, kind, stage: "estimate", tenths: estimate });
      }
    }
  });
}
