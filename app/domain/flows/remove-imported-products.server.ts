import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findProductImport } from "~/domain/exchange/queries-imports.server";
import { listUntouchedProducts } from "~/domain/exchange/queries-untouched.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { removeProductsIn } from "./remove-product.server";

type Code = "table_import_not_found" | "removal_changed" | "product_not_removable";

/**
 * Removes all drafts that a table made and nobody has touched since: as many as the question said, or none. They only
 * grow fewer, so the same number is the same drafts.
 */
export async function removeImportedProducts(
  actor: Actor,
  scope: Scope,
  { importId, shownCount }: { importId: string; shownCount: number },
): Promise<Result<{ removedCount: number }, Code>> {
  return inTransaction(async (tx) => {
    const table = await findProductImport(tx, scope, importId);
    if (!table) return fail("table_import_not_found");
    const untouched = table.status === "done" ? await listUntouchedProducts(tx, importId) : [];
    if (untouched.length === 0 || untouched.length !== shownCount) return fail("removal_changed");
    const ids = untouched.map(({ id }) => id);
    const removed = await removeProductsIn(tx, { actor, scope }, ids);
    if (!removed.ok) return removed;
    const removedCount = ids.length;
    await recordAction(tx, {
      actor,
      action: "product_import.remove",
      subject: { kind: "product_import", id: importId },
      after: { removedCount },
    });
    return succeed({ removedCount });
  });
}
