/** What came with the program stands without anybody's word. */
const CAME_WITH = { enteredById: null, agreedById: null, withdrawnAt: null };

/**
 * What platforms that collect the money keep back of a sale: Decree 117/2025, article 4, from 2025-07-01 (VAT 1 / 5 / 3 %
 * and PIT 0.5 / 2 / 1.5 % of goods, services and transport, of residents). What its own producer sells unprocessed, or
 * as usual after the harvest, is not VATable (VAT Law 48/2024, art. 5(1)) and its income is exempt (PIT Law, art. 4(5), in
 * the text of 2007; the PIT Law 109/2025 was not looked at). How these exemptions meet the decree, whether a platform
 * withholds of such goods or not, was found nowhere: so the rate is 0 here, the page says so, and the department has to
 * ask its tax office before it switches withholding on.
 */
const RULES = [
  {
    taxClass: "raw_self_produced",
    vatBps: 0,
    pitBps: 0,
    legalBasis: "Luật Thuế GTGT 48/2024, Điều 5 khoản 1; Luật Thuế TNCN, Điều 4 khoản 5",
  },
  { taxClass: "processed", vatBps: 100, pitBps: 50, legalBasis: "Nghị định 117/2025, Điều 4" },
  { taxClass: "service", vatBps: 500, pitBps: 200, legalBasis: "Nghị định 117/2025, Điều 4" },
  { taxClass: "transport", vatBps: 300, pitBps: 150, legalBasis: "Nghị định 117/2025, Điều 4" },
] as const;
export const TAX_RULES = RULES.map((rule) => {
  return { ...rule, ...CAME_WITH, effectiveOn: "2025-07-01" };
});

/** Up to this revenue of a year a household pays neither VAT nor PIT. */
export const TAX_THRESHOLDS = [
  {
    effectiveOn: "2026-01-01",
    thresholdVnd: 1_000_000_000,
    legalBasis: "Nghị định 141/2026",
    ...CAME_WITH,
  },
];
