import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { countDoubtful, countToWrite } from "~/domain/exchange/count-kinds";
import { discardImport } from "~/domain/exchange/discard-import.server";
import { hashPlans } from "~/domain/exchange/hash-plans.server";
import { keepImport } from "~/domain/exchange/keep-import.server";
import { noteConsent } from "~/domain/exchange/note-consent.server";
import { planTable, type PlannedLine } from "~/domain/exchange/plan-table";
import {
  findProductImport,
  isTableAtWork,
  listRowsToPlan,
  type ProductImport,
} from "~/domain/exchange/queries-imports.server";
import { MAX_TABLE_ROWS } from "~/domain/exchange/table-columns";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, letOthersWork, reader, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadTableState } from "./load-table-state.server";

export type ConsentCode =
  | "table_import_not_found"
  | "table_changed_since"
  | "table_nothing_to_write"
  | "table_prices_doubtful"
  | "table_too_many_products"
  | "table_other_at_work";

type TableConsent = { importId: string; planHash: string; arePricesRight: boolean };

/**
 * Somebody's yes to what a dry run shows, named by its hash. The file is tried out anew first: where anything came out
 * otherwise, that is kept to be shown, and nothing is written. Prices that look like slips need a yes of their own
 * (`arePricesRight`). A yes that was given already changes nothing.
 */
export async function consentToTable(
  actor: UserActor,
  scope: Scope,
  { importId, planHash, arePricesRight }: TableConsent,
): Promise<Result<null, ConsentCode>> {
  const shown = await findProductImport(reader(), scope, importId);
  if (!shown) return fail("table_import_not_found");
  if (shown.status !== "planned") return succeed(null);
  if (shown.planHash !== planHash) return fail("table_changed_since");
  if (countToWrite(shown) === 0) return fail("table_nothing_to_write");
  const { lines, productCount } = await planAnew(shown);
  if (hashPlans(lines.map(({ plan }) => plan)) !== planHash) {
    await inTransaction((tx) => keepInstead(tx, scope, { shown, lines }));
    return fail("table_changed_since");
  }
  const doubtfulCount = countDoubtful(lines);
  if (doubtfulCount > 0 && !arePricesRight) {
    return fail("table_prices_doubtful", { count: doubtfulCount });
  }
  if (productCount + shown.counts.new > MAX_TABLE_ROWS) {
    return fail("table_too_many_products", { limit: MAX_TABLE_ROWS });
  }
  return inTransaction(async (tx) => {
    const found = await findProductImport(tx, scope, importId);
    if (!found) return fail("table_import_not_found");
    if (found.status !== "planned") return succeed(null);
    if (found.planHash !== planHash) return fail("table_changed_since");
    // Both would make what neither has made yet.
    if (await isTableAtWork(tx, found.householdId)) return fail("table_other_at_work");
    await noteConsent(tx, { importId, actor });
    await recordAction(tx, {
      actor,
      action: "product_import.consent",
      subject: { kind: "product_import", id: importId },
      after: { ...found.counts, zeroesAbsent: found.zeroesAbsent, doubtfulCount },
    });
    return succeed(null);
  });
}

async function planAnew({
  id,
  householdId,
  zeroesAbsent,
}: ProductImport): Promise<{ lines: PlannedLine[]; productCount: number }> {
  const kept = await listRowsToPlan(reader(), id);
  const rows = kept.flatMap(({ row }) => (row === null ? [] : [row]));
  const state = await loadTableState(householdId);
  const lines = await planTable(rows, state, { zeroesAbsent, pause: letOthersWork });
  return { lines, productCount: state.products.length };
}

async function keepInstead(
  tx: Transaction,
  scope: Scope,
  { shown, lines }: { shown: ProductImport; lines: PlannedLine[] },
): Promise<void> {
  const { id, householdId, uploadedById, fileName, zeroesAbsent, planHash } = shown;
  const found = await findProductImport(tx, scope, id);
  if (found?.status !== "planned" || found.planHash !== planHash) return; // somebody else was here
  await discardImport(tx, id);
  await keepImport(tx, { id, householdId, uploadedById, fileName, zeroesAbsent, lines });
}
