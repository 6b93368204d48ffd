import { sql } from "drizzle-orm";
import {
  SHARE_TARGET_KINDS,
  TARGET_KINDS,
  type TargetKind,
} from "../../app/domain/statistics/target-kinds";
import { count, flag, id, instant, integerCheck, oneOf, text } from "../columns";
import { check, table, uniqueIndex } from "../dialect";
import { users } from "./identity";
import { communes } from "./places";

/**
 * What a paper asks of a commune, or of the province, for one year. A correction is another vintage, taking it back a
 * vintage without a value; the highest one counts. Append-only (triggers).
 */
export const salesTargets = table(
  "sales_targets",
  {
    id: id(),
    year: text("year").notNull(), // `2026`
    communeCode: text("commune_code").references(() => communes.code), // null: the province
    kind: text("kind").$type<TargetKind>().notNull(),
    vintage: count("vintage").notNull(), // from 1
    value: count("value"), // đồng, sellers or basis points, as the kind says; null: it was taken back
    source: text("source").notNull(), // the paper that gave it, or why it was taken back
    setById: text("set_by_id")
      .notNull()
      .references(() => users.id),
    setAt: instant("set_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    uniqueIndex("sales_targets_commune")
      .on(t.year, t.communeCode, t.kind, t.vintage)
      .where(sql`commune_code is not null`),
    uniqueIndex("sales_targets_province")
      .on(t.year, t.kind, t.vintage)
      .where(sql`commune_code is null`),
    oneOf("sales_targets_kind", t.kind, TARGET_KINDS),
    check(
      "sales_targets_place",
      sql`(${t.communeCode} is null) = (${t.kind} in (${sql.raw(SHARE_TARGET_KINDS.map((kind) => `'${kind}'`).join(", "))}))`,
    ),
    check("sales_targets_year", sql`${t.year} glob '20[0-9][0-9]'`),
    integerCheck("sales_targets_vintage", t.vintage, 1),
    integerCheck("sales_targets_value", t.value, 1),
  ],
);
