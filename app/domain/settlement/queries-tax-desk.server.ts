import { desc, eq } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { taxRules, taxThresholds, withholdingSwitches } from "~db/schema/settlement-tax";
import { TAX_CLASSES } from "~/domain/catalog/tax-class";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import { datedStates } from "./dated-states";
import { balanceOf } from "./queries.server";
import { saleTaxOn } from "./queries-tax.server";
import type { TaxDesk, TaxRuleRow, TaxThresholdRow, WithholdingRow } from "./types-tax";

const ROWS_MAX = 60;

/** All that says what is kept back, with how it stands today; of each list the newest 60. */
export async function loadTaxDesk(): Promise<TaxDesk> {
  const today = localDateOf(now());
  return {
    isWithholding: (await saleTaxOn(reader(), today)) !== null,
    switches: await listSwitches(),
    rules: await listRules(),
    thresholds: await listThresholds(),
    heldVnd: await balanceOf({ kind: "tax_withheld" }),
  };
}

async function listRules(): Promise<TaxRuleRow[]> {
  const rows = await reader()
    .select({ rule: taxRules, enteredByName: users.fullName })
    .from(taxRules)
    .leftJoin(users, eq(users.id, taxRules.enteredById))
    .orderBy(desc(taxRules.effectiveOn), desc(taxRules.enteredAt), desc(taxRules.id))
    .limit(ROWS_MAX);
  const today = localDateOf(now());
  return TAX_CLASSES.flatMap((taxClass) => {
    const own = rows.filter(({ rule }) => rule.taxClass === taxClass);
    const states = datedStates(
      own.map(({ rule }) => rule.effectiveOn),
      today,
    );
    return own.map(({ rule, enteredByName }, i) => ({
      id: rule.id,
      effectiveOn: rule.effectiveOn,
      taxClass,
      vatBps: rule.vatBps,
      pitBps: rule.pitBps,
      legalBasis: rule.legalBasis,
      enteredByName,
      state: present(states[i], "a rule without a state"),
    }));
  });
}

async function listThresholds(): Promise<TaxThresholdRow[]> {
  const rows = await reader()
    .select({ rule: taxThresholds, enteredByName: users.fullName })
    .from(taxThresholds)
    .leftJoin(users, eq(users.id, taxThresholds.enteredById))
    .orderBy(desc(taxThresholds.effectiveOn), desc(taxThresholds.enteredAt), desc(taxThresholds.id))
    .limit(ROWS_MAX);
  const states = datedStates(
    rows.map(({ rule }) => rule.effectiveOn),
    localDateOf(now()),
  );
  return rows.map(({ rule, enteredByName }, i) => ({
    id: rule.id,
    effectiveOn: rule.effectiveOn,
    thresholdVnd: rule.thresholdVnd,
    legalBasis: rule.legalBasis,
    enteredByName,
    state: present(states[i], "a threshold without a state"),
  }));
}

const agreeing = alias(users, "agreeing");

async function listSwitches(): Promise<WithholdingRow[]> {
  const rows = await reader()
    .select({
      id: withholdingSwitches.id,
      effectiveOn: withholdingSwitches.effectiveOn,
      isOn: withholdingSwitches.isOn,
      note: withholdingSwitches.note,
      proposedById: withholdingSwitches.proposedById,
      proposedByName: users.fullName,
      agreedByName: agreeing.fullName,
    })
    .from(withholdingSwitches)
    .innerJoin(users, eq(users.id, withholdingSwitches.proposedById))
    .leftJoin(agreeing, eq(agreeing.id, withholdingSwitches.agreedById))
    .orderBy(
      desc(withholdingSwitches.effectiveOn),
      desc(withholdingSwitches.agreedAt),
      desc(withholdingSwitches.proposedAt),
    )
    .limit(ROWS_MAX);
  const today = localDateOf(now());
  const agreed = rows.filter(({ agreedByName }) => agreedByName !== null);
  const states = datedStates(
    agreed.map(({ effectiveOn }) => effectiveOn),
    today,
  );
  return rows.map((row) => {
    const state = states[agreed.indexOf(row)];
    return { ...row, state: state ?? (row.effectiveOn < today ? "lapsed" : "waiting") };
  });
}
