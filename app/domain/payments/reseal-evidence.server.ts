import { asc, eq, gt } from "drizzle-orm";
import type { Transaction } from "~/platform/db.server";
import { RESEAL_BATCH_ROWS, resealRows, type Resealed } from "~/platform/reseal-rows.server";
import { EVIDENCE_TABLES, type EvidenceKind } from "./evidence.server";

/** Seals up to 500 bodies of one kind of evidence anew under the newest key; nothing else of a row may change. */
export async function resealEvidence(
  tx: Transaction,
  { kind, after }: { kind: EvidenceKind; after: string },
): Promise<Resealed> {
  const table = EVIDENCE_TABLES[kind];
  const rows = await tx
    .select({ id: table.id, owner: table.id, sealed: table.sealedBody })
    .from(table)
    .where(gt(table.id, after))
    .orderBy(asc(table.id))
    .limit(RESEAL_BATCH_ROWS);
  return resealRows(rows, ({ id }, sealedBody) =>
    tx.update(table).set({ sealedBody }).where(eq(table.id, id)),
  );
}
