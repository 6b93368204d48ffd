import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findRetailImport } from "~/domain/statistics/queries-retail-imports.server";
import { countOutcomes } from "~/domain/statistics/retail-table";
import { writeRetailImport } from "~/domain/statistics/write-retail-import.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type RetailConsentCode =
  | "retail_import_not_found"
  | "retail_import_changed"
  | "retail_import_nothing"
  | "retail_import_doubtful";

type RetailConsent = { importId: string; planHash: string; areFiguresRight: boolean };

/**
 * Somebody's yes to what a dry run of a table shows, named by its hash: all rows that are sound are entered, or none. Where
 * figures were entered meanwhile and anything would come out otherwise, nothing is. Figures far from what is known need a
 * yes of their own. A yes that was given already changes nothing.
 */
export async function consentToRetailTable(
  actor: UserActor,
  { importId, planHash, areFiguresRight }: RetailConsent,
): Promise<Result<null, RetailConsentCode>> {
  return inTransaction(async (tx) => {
    const found = await findRetailImport(importId, tx);
    if (!found) return fail("retail_import_not_found");
    if (found.table.writtenAt !== null) return succeed(null);
    if (found.planHash !== planHash) return fail("retail_import_changed");
    const counts = countOutcomes(found.plans);
    if (counts.new + counts.question === 0) return fail("retail_import_nothing");
    if (counts.question > 0 && !areFiguresRight) {
      return fail("retail_import_doubtful", { count: counts.question });
    }
    const entries = await writeRetailImport(tx, found, actor.userId);
    await recordAction(tx, {
      actor,
      action: "retail_import.consent",
      subject: { kind: "retail_import", id: importId },
      after: { sha256: found.table.file.sha256, counts, entries },
    });
    return succeed(null);
  });
}
