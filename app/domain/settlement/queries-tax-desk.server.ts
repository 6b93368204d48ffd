import { desc, eq } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { taxRules, taxThresholds, withholdingSwitches } from "~db/schema/settlement-tax";
import { TAX_CLASSES } from "~/domain/catalog/tax-class";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf, type LocalDate } from "~/platform/period";
import { balanceOf } from "./queries.server";
import { saleTaxOn } from "./queries-tax.server";
import { taxChangeStates, type TaxChangeKind } from "./tax-changes";
import type {
  TaxChangeRow,
  TaxDesk,
  TaxRuleRow,
  TaxThresholdRow,
  WithholdingRow,
} from "./types-tax";

const ROWS_MAX = 60;
const agreeing = alias(users, "agreeing");

/** All that says what is kept back, with how it stands today; of each list the newest 60. */
export async function loadTaxDesk(): Promise<TaxDesk> {
  const today = localDateOf(now());
  const rules = await listRules();
  return {
    isWithholding: (await saleTaxOn(reader(), today)) !== null,
    switches: withStates("withholding", await listSwitches(), today),
    rules: TAX_CLASSES.flatMap((taxClass) => {
      const own = rules.filter(({ rule }) => rule.taxClass === taxClass);
      return withStates("rules", own, today);
    }),
    thresholds: withStates("thresholds", await listThresholds(), today),
    heldVnd: await balanceOf({ kind: "tax_withheld" }),
  };
}

type Found<Rule> = { rule: Rule; enteredByName: string | null; agreedByName: string | null };
type Dated = { effectiveOn: LocalDate; agreedAt: number | null; withdrawnAt: number | null };

function withStates<Rule extends Dated>(
  kind: TaxChangeKind,
  found: readonly Found<Rule>[],
  today: LocalDate,
): (Omit<Rule, "agreedAt" | "withdrawnAt"> & Pick<TaxChangeRow, "state" | Names>)[] {
  const states = taxChangeStates(
    kind,
    found.map(({ rule }) => rule),
    today,
  );
  return found.map(({ rule: { agreedAt: _, withdrawnAt: __, ...rule }, ...names }, i) => ({
    ...rule,
    ...names,
    state: states[i] ?? "lapsed",
  }));
}
type Names = "enteredByName" | "agreedByName";

function listRules(): PromiseLike<Found<Omit<TaxRuleRow, "state" | Names> & Dated>[]> {
  return reader()
    .select({
      rule: {
        id: taxRules.id,
        effectiveOn: taxRules.effectiveOn,
        taxClass: taxRules.taxClass,
        vatBps: taxRules.vatBps,
        pitBps: taxRules.pitBps,
        legalBasis: taxRules.legalBasis,
        enteredById: taxRules.enteredById,
        agreedAt: taxRules.agreedAt,
        withdrawnAt: taxRules.withdrawnAt,
      },
      enteredByName: users.fullName,
      agreedByName: agreeing.fullName,
    })
    .from(taxRules)
    .leftJoin(users, eq(users.id, taxRules.enteredById))
    .leftJoin(agreeing, eq(agreeing.id, taxRules.agreedById))
    .orderBy(desc(taxRules.effectiveOn), desc(taxRules.agreedAt), desc(taxRules.id))
    .limit(ROWS_MAX);
}

function listThresholds(): PromiseLike<Found<Omit<TaxThresholdRow, "state" | Names> & Dated>[]> {
  return reader()
    .select({
      rule: {
        id: taxThresholds.id,
        effectiveOn: taxThresholds.effectiveOn,
        thresholdVnd: taxThresholds.thresholdVnd,
        legalBasis: taxThresholds.legalBasis,
        enteredById: taxThresholds.enteredById,
        agreedAt: taxThresholds.agreedAt,
        withdrawnAt: taxThresholds.withdrawnAt,
      },
      enteredByName: users.fullName,
      agreedByName: agreeing.fullName,
    })
    .from(taxThresholds)
    .leftJoin(users, eq(users.id, taxThresholds.enteredById))
    .leftJoin(agreeing, eq(agreeing.id, taxThresholds.agreedById))
    .orderBy(desc(taxThresholds.effectiveOn), desc(taxThresholds.agreedAt), desc(taxThresholds.id))
    .limit(ROWS_MAX);
}

function listSwitches(): PromiseLike<Found<Omit<WithholdingRow, "state" | Names> & Dated>[]> {
  return reader()
    .select({
      rule: {
        id: withholdingSwitches.id,
        effectiveOn: withholdingSwitches.effectiveOn,
        isOn: withholdingSwitches.isOn,
        note: withholdingSwitches.note,
        enteredById: withholdingSwitches.enteredById,
        agreedAt: withholdingSwitches.agreedAt,
        withdrawnAt: withholdingSwitches.withdrawnAt,
      },
      enteredByName: users.fullName,
      agreedByName: agreeing.fullName,
    })
    .from(withholdingSwitches)
    .leftJoin(users, eq(users.id, withholdingSwitches.enteredById))
    .leftJoin(agreeing, eq(agreeing.id, withholdingSwitches.agreedById))
    .orderBy(
      desc(withholdingSwitches.effectiveOn),
      desc(withholdingSwitches.agreedAt),
      desc(withholdingSwitches.id),
    )
    .limit(ROWS_MAX);
}
