import { createHash } from "node:crypto";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { retailTotals } from "~db/schema/statistics";
import { retailImports } from "~db/schema/statistics-channels";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import type { OfficeTable } from "./office-table";
import { planRetailTable } from "./plan-retail-table";
import type { RetailImport, RetailPlan } from "./retail-table";
import type { RetailTotal } from "./types";

/** `planHash` names all that the plans say: a yes to it counts for nothing else. */
export type RetailDryRun = { table: RetailImport; plans: RetailPlan[]; planHash: string };

/** A table and what it would do now, or null; of a written one there is nothing more to do. */
export async function findRetailImport(
  id: string,
  db: ReadDatabase = reader(),
): Promise<RetailDryRun | null> {
  const [found] = await db
    .select({ kept: retailImports, uploadedBy: users.fullName })
    .from(retailImports)
    .innerJoin(users, eq(users.id, retailImports.uploadedById))
    .where(eq(retailImports.id, id))
    .limit(1);
  if (!found) return null;
  const { fileId, fileType, fileName, sha256, byteCount, rows, office, ...kept } = found.kept;
  const { uploadedAt, writtenAt, writtenCount, sameCount, wrongCount } = kept;
  const table: RetailImport = {
    id,
    file: { id: fileId, type: fileType, fileName, sha256, byteCount },
    uploadedBy: found.uploadedBy,
    isOffice: office !== null,
    isMapped: office === null || rows.length > 0,
    uploadedAt,
    writtenAt,
    writtenCount,
    sameCount,
    wrongCount,
  };
  if (writtenAt !== null) return { table, plans: [], planHash: "" };
  const plans = planRetailTable(rows, {
    known: await readAllTotals(db),
    today: localDateOf(now()),
  });
  return { table, plans, planHash: hashOf(plans) };
}

/** The office's own table, while nothing of it is written; or null. */
export async function findOfficeTable(
  id: string,
  db: ReadDatabase = reader(),
): Promise<{ fileName: string; office: OfficeTable } | null> {
  const [found] = await db
    .select({ fileName: retailImports.fileName, office: retailImports.office })
    .from(retailImports)
    .where(and(eq(retailImports.id, id), isNull(retailImports.writtenAt)))
    .limit(1);
  return found?.office ? { fileName: found.fileName, office: found.office } : null;
}

function hashOf(plans: readonly RetailPlan[]): string {
  return createHash("sha256").update(JSON.stringify(plans)).digest("hex").slice(0, 32);
}

const PAGE_SIZE = 1_000;

/** Every vintage, in pages, because a plan must not overlook one. */
async function readAllTotals(db: ReadDatabase): Promise<RetailTotal[]> {
  const totals: RetailTotal[] = [];
  for (;;) {
    const page = await db
      .select()
      .from(retailTotals)
      .where(gt(retailTotals.id, totals.at(-1)?.id ?? ""))
      .orderBy(asc(retailTotals.id))
      .limit(PAGE_SIZE);
    totals.push(...page.map((row) => ({ ...row, amountVnd: vnd(row.amountVnd) })));
    if (page.length < PAGE_SIZE) return totals;
  }
}
