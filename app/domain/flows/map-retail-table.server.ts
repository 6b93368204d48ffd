import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { mapRetailImport } from "~/domain/statistics/map-retail-import.server";
import {
  rowsOfOffice,
  type OfficeColumns,
  type OfficeFacts,
} from "~/domain/statistics/office-table";
import { findOfficeTable } from "~/domain/statistics/queries-retail-imports.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type MapRetailCode = "retail_import_not_found" | "office_place_unknown";

/** An officer says what the columns and lines of the office's table are; nothing of it is entered yet. */
export async function mapRetailTable(
  actor: UserActor,
  { importId, columns, facts }: { importId: string; columns: OfficeColumns; facts: OfficeFacts },
): Promise<Result<null, MapRetailCode>> {
  return inTransaction(async (tx) => {
    const found = await findOfficeTable(importId, tx);
    if (!found) return fail("retail_import_not_found");
    const { headings, lines } = found.office;
    const isOut = (place: number | null, length: number) => place !== null && place >= length;
    if (
      [columns.actual, columns.estimate].some((place) => isOut(place, headings.length)) ||
      [columns.goods, columns.goods_services].some((place) => isOut(place, lines.length))
    ) {
      return fail("office_place_unknown");
    }
    const rows = rowsOfOffice(found.office, columns, facts);
    if (!(await mapRetailImport(tx, { importId, rows }))) return fail("retail_import_not_found");
    await recordAction(tx, {
      actor,
      action: "retail_import.map",
      subject: { kind: "retail_import", id: importId },
      after: { columns, facts },
    });
    return succeed(null);
  });
}
