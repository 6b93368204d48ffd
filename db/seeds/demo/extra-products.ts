import { vnd } from "../../../app/platform/money";
import { present } from "../../../app/platform/invariant";
import { stemOf } from "../reference/place-names";
import type { Random } from "./random";
import type { ProvinceSample } from "./province-sample";
import type { SeededHousehold } from "./seed-households";
import type { NewSampleProduct } from "./seed-products";

const PRODUCTS_PER_HOUSEHOLD = 25;
const MAX_EXTRA_HOUSEHOLDS = 2_000;
const KINDS = (
  "loại một|loại đặc biệt|hảo hạng|truyền thống|nhà làm|vườn nhà|vụ mới|hữu cơ|gói quà|dùng thử|" +
  "chọn lọc|nguyên chất|sấy lạnh|phơi nắng|thủ công"
).split("|");

/** How many more households a catalogue of that many extra products is spread over. */
export function countExtraHouseholds(extraProductCount: number): number {
  return Math.min(MAX_EXTRA_HOUSEHOLDS, Math.floor(extraProductCount / PRODUCTS_PER_HOUSEHOLD));
}

/**
 * A product for load tests: a real kind of product with a place and a word to tell it from the others, at a price
 * of its own. Its details are those of the sample it is made from.
 */
export function inventProduct(
  random: Random,
  { sample, seeded }: { sample: ProvinceSample; seeded: readonly SeededHousehold[] },
): NewSampleProduct {
  const household = random.pick(seeded);
  const { key: _key, householdKey: _householdKey, ...from } = random.pick(sample.products);
  const words = from.nameVi.split(" ");
  const short = words.slice(0, Math.max(2, words.length - 2)).join(" ");
  const place = stemOf(present(random.pick(seeded), "no households").communeName);
  return {
    key: null,
    household,
    certificate: null,
    status: "published",
    details: {
      ...from,
      nameVi: `${short} ${place} ${random.pick(KINDS)}`,
      stars: 0,
      priceVnd: vnd(
        Math.max(1, Math.round((from.priceVnd * random.whole(60, 160)) / 100_000)) * 1_000,
      ),
    },
  };
}
