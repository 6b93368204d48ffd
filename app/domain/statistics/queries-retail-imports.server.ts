import { createHash } from "node:crypto";
import { asc, eq, gt } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { retailTotals } from "~db/schema/statistics";
import { retailImports } from "~db/schema/statistics-channels";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
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
  const { fileId, fileType, fileName, sha256, byteCount, rows, ...kept } = found.kept;
  const { uploadedAt, writtenAt, writtenCount, sameCount, wrongCount } = kept;
  const table: RetailImport = {
    id,
    file: { id: fileId, type: fileType, fileName, sha256, byteCount },
    uploadedBy: found.uploadedBy,
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
