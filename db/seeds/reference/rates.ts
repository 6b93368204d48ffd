/**
 * Samples, not anybody's tariff: between what carriers asked in published lists (domain.md, G7: 8,000-14,000 đ a
 * first step nearby, 30,000-44,000 đ between regions). An installation enters its own as new dated rows.
 */
export const SAMPLE_SHIPPING_RATES = [
  {
    effectiveOn: "2025-01-01",
    zone: "in_province",
    firstStepVnd: 16_000,
    nextStepVnd: 3_000,
    stepGrams: 500,
  },
  {
    effectiveOn: "2025-01-01",
    zone: "elsewhere",
    firstStepVnd: 25_000,
    nextStepVnd: 6_000,
    stepGrams: 500,
  },
] as const;

/** Sample: 3 % since a day before the first order. */
export const SAMPLE_COMMISSION_RULES = [{ effectiveOn: "2025-01-01", rateBps: 300 }] as const;
