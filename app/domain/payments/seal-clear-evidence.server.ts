import { eq } from "drizzle-orm";
import { IS_CLEAR } from "~db/schema/payments";
import type { Transaction } from "~/platform/db.server";
import { RESEAL_BATCH_ROWS } from "~/platform/reseal-rows.server";
import { seal } from "~/platform/seal.server";
import { EVIDENCE_TABLES, type EvidenceKind } from "./evidence.server";
import { hashOfBody } from "./line-hashes.server";

/** Seals up to 500 bodies that an older release left in clear; answers how many: 0 when there are no more. */
export async function sealClearEvidence(tx: Transaction, kind: EvidenceKind): Promise<number> {
  const table = EVIDENCE_TABLES[kind];
  const rows = await tx
    .select({ id: table.id, body: table.sealedBody })
    .from(table)
    .where(IS_CLEAR)
    .limit(RESEAL_BATCH_ROWS);
  for (const { id, body } of rows) {
    const sealedBody = seal(body, id);
    const change = kind === "unreadable" ? { contentHash: hashOfBody(body) } : {};
    await tx
      .update(table)
      .set({ sealedBody, ...change })
      .where(eq(table.id, id));
  }
  return rows.length;
}
