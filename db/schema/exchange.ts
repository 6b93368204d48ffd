import type { UserActor } from "../../app/domain/audit/actor";
import {
  IMPORT_STATUSES,
  ROW_KINDS,
  ROW_OUTCOMES,
  type ImportStatus,
  type RowKind,
  type RowOutcome,
  type RowPlan,
  type TableRow,
} from "../../app/domain/exchange/table-columns";
import { count, flag, id, instant, json, oneOf, text } from "../columns";
import { index, primaryKey, table } from "../dialect";
import { households } from "./households";
import { users } from "./identity";

/** A table of products that a household brought in; only what was consented to is written. Deleted after a week. */
export const productImports = table(
  "product_imports",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    uploadedById: text("uploaded_by_id")
      .notNull()
      .references(() => users.id),
    uploadedAt: instant("uploaded_at").notNull(),
    fileName: text("file_name").notNull(),
    zeroesAbsent: flag("zeroes_absent").notNull(), // what is not in the file is to have no free packs
    status: text("status").$type<ImportStatus>().notNull(),
    planHash: text("plan_hash").notNull(), // of all that the dry run shows: a yes counts for it alone
    counts: json<Record<RowKind, number>>("counts").notNull(),
    consentedBy: json<UserActor | null>("consented_by"), // as whom it is written
    consentedAt: instant("consented_at"),
    finishedAt: instant("finished_at"),
    writtenCount: count("written_count").notNull().default(0), // these two when it was done
    differsCount: count("differs_count").notNull().default(0),
  },
  (t) => [
    index("product_imports_household").on(t.householdId, t.uploadedAt),
    index("product_imports_uploaded").on(t.uploadedAt),
    index("product_imports_status").on(t.status),
    oneOf("product_imports_status_word", t.status, IMPORT_STATUSES),
  ],
);

/** A row of it, or a product that is to be emptied because the file does not have it. */
export const productImportRows = table(
  "product_import_rows",
  {
    importId: text("import_id")
      .notNull()
      .references(() => productImports.id),
    position: count("position").notNull(), // from 1; what the file does not have comes last
    row: json<TableRow | null>("row"), // null: not in the file
    kind: text("kind").$type<RowKind>().notNull(), // as in the plan
    plan: json<RowPlan>("plan").notNull(),
    outcome: text("outcome").$type<RowOutcome>(), // null until its turn has come
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.position] }),
    index("product_import_rows_kind").on(t.importId, t.kind, t.position),
    oneOf("product_import_rows_kind_word", t.kind, ROW_KINDS),
    oneOf("product_import_rows_outcome", t.outcome, ROW_OUTCOMES),
  ],
);
