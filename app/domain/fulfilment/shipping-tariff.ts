import type { LocalDate } from "~/platform/period";
import type { ShippingRate } from "./shipping-cost";
import type { ShippingZone } from "./shipping-zones";

/** What sending costs from a day on. */
export type ShippingTariff = {
  effectiveOn: LocalDate;
  stepGrams: number;
  /** cm3 that count as 1 kg. */
  volumetricDivisor: number;
  nearProvinceCodes: string[];
  rates: Record<ShippingZone, { firstStepVnd: number; nextStepVnd: number }>;
};

export function rateIn({ rates, stepGrams }: ShippingTariff, zone: ShippingZone): ShippingRate {
  return { ...rates[zone], stepGrams };
}

/** How a tariff stands on a day: one in force, those to come, those before; a later entry for the same day replaces it. */
export type TariffState = "in_force" | "coming" | "past" | "withdrawn";

/** The department's list: a tariff, how it stands, and who entered it. */
export type TariffRow = ShippingTariff & {
  id: string;
  state: TariffState;
  /** Null: it came with the program. */
  enteredBy: string | null;
  enteredAt: number;
  isSample: boolean;
};

type Entered = { effectiveOn: LocalDate; isWithdrawn: boolean };

/** @param tariffs the one that counts first: by day, then by when it was entered, newest first */
export function tariffStates(tariffs: readonly Entered[], today: LocalDate): TariffState[] {
  const inForce = tariffs.findIndex(
    ({ effectiveOn, isWithdrawn }) => !isWithdrawn && effectiveOn <= today,
  );
  return tariffs.map(({ effectiveOn, isWithdrawn }, index) => {
    if (isWithdrawn) return "withdrawn";
    if (effectiveOn > today) return "coming";
    return index === inForce ? "in_force" : "past";
  });
}
