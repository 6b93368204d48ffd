import { and, desc, eq, gt, isNotNull, isNull, notExists, or, type SQL } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { salesTargets } from "~db/schema/statistics-targets";
import { findCommune, findProvince } from "~/domain/places/queries.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import type { Month } from "~/platform/period";
import { currentMonth } from "./queries.server";
import type { RetailKind } from "./retail-stages";
import { targetKindOf, targetYears } from "./target-kinds";
import type { ShareTargets, StandingTarget, TargetEntry, TargetVintage } from "./types-targets";

/** Two kinds of 168 communes, and the province's, with room for more. */
const TARGETS_MAX = 1_000;
const VINTAGES_MAX = 200;

/** What stands of a year: one of each place and kind, none that was taken back. */
export async function listTargets(year: string): Promise<StandingTarget[]> {
  return selectStanding(eq(salesTargets.year, year), TARGETS_MAX);
}

/** The target of the year of this month for each of the two shares; null where there is none. */
export async function readShareTargets(month: Month): Promise<ShareTargets> {
  const standing = await selectStanding(
    and(eq(salesTargets.year, month.slice(0, 4)), isNull(salesTargets.communeCode)),
    2,
  );
  const of = (kind: RetailKind) => standing.find((one) => one.kind === targetKindOf(kind)) ?? null;
  return { goods: of("goods"), goods_services: of("goods_services") };
}

/** Every vintage of a place in a year, the newest first; `communeCode` null: the province's. */
export async function listTargetVintages(
  year: string,
  communeCode: string | null,
): Promise<TargetVintage[]> {
  const rows = await reader()
    .select({ target: salesTargets, setBy: users.fullName })
    .from(salesTargets)
    .leftJoin(users, eq(users.id, salesTargets.setById))
    .where(and(eq(salesTargets.year, year), isOf(communeCode)))
    .orderBy(desc(salesTargets.setAt), desc(salesTargets.id))
    .limit(VINTAGES_MAX);
  return rows.map(({ target: { setById: _, ...target }, setBy }) => ({ ...target, setBy }));
}

/** The newest vintage of a target, taken back or not; null where there never was one. */
export async function findNewestTarget(
  db: ReadDatabase,
  { year, communeCode, kind }: Pick<TargetEntry, "communeCode" | "kind"> & { year: string },
) {
  const [row] = await db
    .select()
    .from(salesTargets)
    .where(and(eq(salesTargets.year, year), isOf(communeCode), eq(salesTargets.kind, kind)))
    .orderBy(desc(salesTargets.vintage))
    .limit(1);
  return row ?? null;
}

function isOf(communeCode: string | null): SQL {
  return communeCode === null
    ? isNull(salesTargets.communeCode)
    : eq(salesTargets.communeCode, communeCode);
}

async function selectStanding(wanted: SQL | undefined, limit: number): Promise<StandingTarget[]> {
  const newer = alias(salesTargets, "newer");
  const replaced = reader()
    .select({ id: newer.id })
    .from(newer)
    .where(
      and(
        eq(newer.year, salesTargets.year),
        eq(newer.kind, salesTargets.kind),
        gt(newer.vintage, salesTargets.vintage),
        or(
          eq(newer.communeCode, salesTargets.communeCode),
          and(isNull(newer.communeCode), isNull(salesTargets.communeCode)),
        ),
      ),
    );
  const rows = await reader()
    .select()
    .from(salesTargets)
    .where(and(wanted, isNotNull(salesTargets.value), notExists(replaced)))
    .limit(limit);
  return rows.flatMap(({ setById: _, value, ...row }) =>
    value === null ? [] : [{ ...row, value }],
  );
}

/** Of which years targets can be set, the newest first, and which of them is asked for; null: of none. */
export function chooseTargetYear(asked: string | null): { years: string[]; year: string | null } {
  const thisYear = currentMonth().slice(0, 4);
  const years = targetYears(Number(thisYear));
  const year = asked ?? thisYear;
  return { years, year: years.includes(year) ? year : null };
}

/** The place that an address names: a commune of the province by its code, or `province`; null: none. */
export async function findTargetPlace(
  name: string,
): Promise<{ name: string; communeCode: string | null; title: string } | null> {
  const { PROVINCE } = settings();
  if (name === "province") {
    const province = await findProvince(PROVINCE);
    return province && { name, communeCode: null, title: province.name };
  }
  const commune = await findCommune(name);
  if (commune?.provinceCode !== PROVINCE) return null;
  return { name, communeCode: commune.code, title: commune.name };
}
