import type { TargetEntry } from "../../../app/domain/statistics/types-targets";
import { vnd } from "../../../app/platform/money";
import { salesTargets } from "../../schema/statistics-targets";
import { prepareInsert } from "../insert-rows";
import type { SeededHousehold } from "./seed-households";
import { momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

const SAMPLE_SOURCE = "Chỉ tiêu mẫu để dùng thử, không có văn bản nào giao";
const MILLION = 1_000_000;
/** Invented; over and over for one commune after another. */
const MILLIONS = [90, 60, 45, 120, 30, 75] as const;
const SELLERS = [3, 2, 4] as const;
/** Of so many communes with a household one is asked for nothing. */
const SPARED = 5;

/** What communes with households, and the province, are asked for this year and were asked for the year before. */
export function seedTargets(
  { connection, day }: SampleWriter,
  setById: string,
  seeded: readonly SeededHousehold[],
): void {
  const insert = prepareInsert(connection, salesTargets);
  const thisYear = day.today.slice(0, 4);
  const codes = [...new Set(seeded.map(({ communeCode }) => communeCode))].toSorted();
  const entries: TargetEntry[] = [
    { communeCode: null, kind: "share_goods_bps", value: 5 },
    { communeCode: null, kind: "share_goods_services_bps", value: 4 },
    ...codes.flatMap((communeCode, index): TargetEntry[] => {
      if (index % SPARED === SPARED - 1) return [];
      const millions = MILLIONS[index % MILLIONS.length] ?? 1;
      const sellers = SELLERS[index % SELLERS.length] ?? 1;
      return [
        { communeCode, kind: "sales_goods_vnd", value: vnd(millions * MILLION) },
        { communeCode, kind: "active_sellers", value: sellers },
      ];
    }),
  ];
  for (const year of [String(Number(thisYear) - 1), thisYear]) {
    const setOn = `${year}-01-15`;
    // In the first days of a year nobody has set its targets yet.
    if (setOn >= day.today) continue;
    for (const [index, entry] of entries.entries()) {
      insert({
        id: `stg_${year}${String(index).padStart(28, "0")}`,
        year,
        ...entry,
        vintage: 1,
        source: SAMPLE_SOURCE,
        setById,
        setAt: momentOf(setOn, 9),
        isSample: true,
      });
    }
  }
}
