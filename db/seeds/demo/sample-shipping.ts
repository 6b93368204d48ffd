import type { ShippingTariff } from "../../../app/domain/fulfilment/shipping-tariff";
import type { PickupPoint, ShippingRules } from "../../../app/domain/households/shipping-rules";
import { addDays, startOfDate } from "../../../app/platform/period";
import { shippingTariffs } from "../../schema/fulfilment";
import { prepareInsert } from "../insert-rows";
import { SAMPLE_TARIFF } from "../reference/rates";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SampleUsers } from "./seed-users";

// The codes of provinces run from north to south: carriers price within these three regions as near.
const FIRST_OF_CENTRE = "38";
const FIRST_OF_SOUTH = "75";

const regionOf = (code: string) =>
  code < FIRST_OF_CENTRE ? "north" : code < FIRST_OF_SOUTH ? "centre" : "south";

/** The provinces of the same region. */
export function nearProvincesOf(provinceCode: string, codes: readonly string[]): string[] {
  return codes.filter((code) => code !== provinceCode && regionOf(code) === regionOf(provinceCode));
}

/** What sample orders were charged by. */
export function sampleTariff(nearProvinceCodes: string[]): ShippingTariff {
  const { effectiveOn, stepGrams, volumetricDivisor, ...rates } = SAMPLE_TARIFF;
  return {
    effectiveOn,
    stepGrams,
    volumetricDivisor,
    nearProvinceCodes,
    rates: {
      in_province: { firstStepVnd: rates.inProvinceFirstVnd, nextStepVnd: rates.inProvinceNextVnd },
      near: { firstStepVnd: rates.nearFirstVnd, nextStepVnd: rates.nearNextVnd },
      elsewhere: { firstStepVnd: rates.elsewhereFirstVnd, nextStepVnd: rates.elsewhereNextVnd },
    },
  };
}

const NEW_PROVINCES_ON = "2025-07-01";
const COMING_IN_DAYS = 30;

/** The tariff in force, which says what is near; and one that comes, dearer outside the province. */
export function seedTariffs(
  { connection, day, newId, provinceCode }: SampleWriter,
  users: SampleUsers,
): void {
  const insert = prepareInsert(connection, shippingTariffs);
  const nearProvinceCodes = nearProvincesOf(provinceCode, provinceCodes(connection));
  const add = (from: string, enteredAt: number, change: Partial<typeof SAMPLE_TARIFF>) =>
    insert({
      ...SAMPLE_TARIFF,
      nearProvinceCodes,
      ...change,
      id: newId("sht", enteredAt),
      effectiveOn: from,
      enteredById: users.department_officer.id,
      enteredAt,
    });
  add(NEW_PROVINCES_ON, startOfDate(addDays(NEW_PROVINCES_ON, -10)), {});
  add(addDays(day.today, COMING_IN_DAYS), momentOf(daysBefore(day, 3), 9), {
    nearFirstVnd: 22_000,
    elsewhereFirstVnd: 27_000,
  });
}

export function provinceCodes(connection: SampleWriter["connection"]): string[] {
  return connection.writer
    .prepare<[], string>("SELECT code FROM provinces ORDER BY code")
    .pluck()
    .all();
}

type SampleRules = Omit<ShippingRules, "pickupPoints" | "shipDays" | "closure"> & {
  shipDays: number[] | null;
  pickup: Omit<PickupPoint, "id" | "address"> | null;
};

const MARKET_HOURS = "Thứ Hai đến thứ Sáu, 8:00 đến 17:00";
const MONDAY_TO_THURSDAY = [1, 2, 3, 4];

/** By the key of the sample household; the others have said nothing. */
const RULES: Readonly<Record<string, SampleRules>> = {
  "meo-vac-bac-ha": keepsWell(500_000, "Nhà văn hóa thôn (mẫu)"),
  "binh-xa-vit-bau": isFresh("in_province"),
  "ly-son-toi": keepsWell(500_000, "Kho bến cảng (mẫu)"),
  "mang-den-rung-thong": isFresh("in_province"),
  "hoa-loc-mango": { ...keepsWell(500_000, "Nhà đóng gói (mẫu)"), shipDays: MONDAY_TO_THURSDAY },
  "thap-muoi-lotus": isFresh("in_province"),
  "cau-ke-wax-coconut": { ...keepsWell(500_000, "Vựa dừa (mẫu)"), shipDays: MONDAY_TO_THURSDAY },
  "hoa-minh-islet-tourism": isFresh("in_province"),
};

function keepsWell(freeShippingFromVnd: number, pickupName: string): SampleRules {
  return {
    freshReach: "anywhere",
    shipDays: null,
    freeShippingFromVnd,
    pickup: { name: pickupName, hours: MARKET_HOURS },
  };
}

function isFresh(freshReach: ShippingRules["freshReach"]): SampleRules {
  return { freshReach, shipDays: MONDAY_TO_THURSDAY, freeShippingFromVnd: null, pickup: null };
}

/** How a sample household sends. */
export function sampleRulesOf(household: { id: string; key: string | null; address: string }) {
  const rules = RULES[household.key ?? ""];
  const { freshReach = "anywhere", shipDays = null, freeShippingFromVnd = null } = rules ?? {};
  const pickupPoints: PickupPoint[] = rules?.pickup
    ? [{ ...rules.pickup, id: household.id.replace(/^hh/, "pup"), address: household.address }]
    : [];
  return { freshReach, shipDays, freeShippingFromVnd, pickupPoints } as const;
}
