import { isDeepStrictEqual } from "node:util";
import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addLot } from "~/domain/catalog/add-lot.server";
import { createProduct } from "~/domain/catalog/create-product.server";
import { listTableProducts } from "~/domain/catalog/queries-table.server";
import { updateProduct } from "~/domain/catalog/update-product.server";
import { noteOutcome } from "~/domain/exchange/note-outcome.server";
import { planAbsent, planRow, type PlannedRow, type RowWork } from "~/domain/exchange/plan-row";
import { isRowOpen, type RowAtWork } from "~/domain/exchange/queries-imports.server";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import type { Result } from "~/platform/result";
import { addLotIn } from "./add-lot.server";
import { changePriceIn } from "./change-price.server";
import { changeStockIn } from "./change-stock.server";
import { updateProductIn } from "./update-product.server";

type By = { actor: Actor; householdId: string };

/**
 * Does what a row of a table was consented to, by the commands of the forms, with what became of it. What the row would do
 * is looked at once more: where that is not what was shown any more, nothing of it is done, and that is noted.
 */
export async function writeTableRow(tx: Transaction, by: By, line: RowAtWork): Promise<void> {
  if (!(await isRowOpen(tx, line))) return; // another process has taken it
  const { plan, work } = await planNow(tx, by.householdId, line);
  const isSame = isDeepStrictEqual(plan, line.plan);
  if (isSame) await doWork(tx, by, work);
  const { importId, position } = line;
  await noteOutcome(tx, { importId, position, outcome: isSame ? "written" : "differs" });
}

const GONE: RowWork = { kind: "none" };

async function planNow(
  tx: Transaction,
  householdId: string,
  { row, plan }: RowAtWork,
): Promise<PlannedRow> {
  const productId = plan.productId ?? "";
  const [product] = await listTableProducts(tx, { householdId, productId, limit: 1 });
  if (row) return planRow(row, { product: product ?? null, today: localDateOf(now()) });
  return product ? planAbsent(product) : { plan: { ...plan, kind: "unchanged" }, work: GONE };
}

async function doWork(tx: Transaction, by: By, work: RowWork): Promise<void> {
  if (work.kind === "create") return create(tx, by, work);
  if (work.kind === "none") return;
  const { actor, householdId } = by;
  const who = { actor, scope: scopeOf(householdId) };
  const { slug, words, priceVnd, stock } = work;
  // Its former address stays its own, so the slug is good for all of them.
  if (words) mustBeDone(await updateProductIn(tx, who, { slug, words }));
  if (priceVnd !== null) mustBeDone(await changePriceIn(tx, who, { slug, priceVnd }));
  if (stock.kind === "lot") mustBeDone(await addLotIn(tx, who, { slug, lot: stock.lot }));
  if (stock.kind === "none" || stock.kind === "lot") return;
  for (const count of stock.counts) mustBeDone(await changeStockIn(tx, who, { slug, ...count }));
}

/** A draft without a photo, which its household has to add before it can be looked at. */
async function create(
  tx: Transaction,
  { actor, householdId }: By,
  { productId, product, words, lotId }: Extract<RowWork, { kind: "create" }>,
): Promise<void> {
  const scope = scopeOf(householdId);
  const { stockCount, madeOn, expiresOn, priceVnd, ...said } = product;
  const actorId = actorIdOf(actor);
  const made = await createProduct(tx, scope, {
    productId,
    householdId,
    words: said,
    priceVnd,
    actorId,
  });
  invariant(made.ok && made.value.isNew, "a product of a row that was not written yet is new");
  const { slug } = made.value;
  mustBeDone(await addLot(tx, scope, { slug, lot: { lotId, stockCount, madeOn, expiresOn } }));
  mustBeDone(await updateProduct(tx, scope, { slug, words }));
  await recordAction(tx, {
    actor,
    action: "product.create",
    subject: { kind: "product", id: productId },
    after: { slug, priceVnd, stockCount, ...words },
  });
}

function scopeOf(householdId: string): Scope {
  return { kind: "households", householdIds: [householdId] };
}

/** What was just planned on the same state cannot be refused; if it is, nothing of the row is written. */
function mustBeDone(result: Result<unknown, string>): void {
  invariant(result.ok, `a planned row was refused: ${result.ok ? "" : result.code}`);
}
