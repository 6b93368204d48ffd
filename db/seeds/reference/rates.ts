/**
 * Samples, not anybody's tariff: between what carriers asked in published lists (domain.md, G7: 8,000-14,000 đ a
 * first step nearby, 30,000-44,000 đ between regions). The department enters the carriers' own as new dated rows.
 */
export const SAMPLE_TARIFF = {
  effectiveOn: "2025-01-01",
  stepGrams: 500,
  volumetricDivisor: 6_000,
  nearProvinceCodes: [] as string[], // none before somebody says which
  inProvinceFirstVnd: 16_000,
  inProvinceNextVnd: 3_000,
  nearFirstVnd: 21_000,
  nearNextVnd: 4_000,
  elsewhereFirstVnd: 25_000,
  elsewhereNextVnd: 6_000,
  enteredById: null,
  withdrawnAt: null,
  isSample: true,
};

/** Sample: 3 % since a day before the first order. */
export const SAMPLE_COMMISSION_RULES = [{ effectiveOn: "2025-01-01", rateBps: 300 }] as const;
