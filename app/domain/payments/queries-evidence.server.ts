import { asc, eq } from "drizzle-orm";
import {
  bankTransactionConflicts,
  bankTransactions,
  bankTransactionSightings,
} from "~db/schema/payments";
import type { ReadDatabase } from "~/platform/db.server";
import { unseal } from "~/platform/seal.server";
import type { EvidenceReport } from "./types-evidence";

/** Of each kind; a line has one sighting a provider, and as many conflicts as its provider contradicted itself. */
const REPORTS_MAX = 50;

/** All that was told of a line, as it came; empty when there is no such line. Whoever calls notes the look. */
export async function listEvidence(
  db: ReadDatabase,
  bankTransactionId: string,
): Promise<EvidenceReport[]> {
  const lines = await db
    .select({
      id: bankTransactions.id,
      provider: bankTransactions.provider,
      receivedAt: bankTransactions.receivedAt,
      sealedBody: bankTransactions.sealedBody,
    })
    .from(bankTransactions)
    .where(eq(bankTransactions.id, bankTransactionId))
    .limit(1);
  const others = await Promise.all(
    [bankTransactionSightings, bankTransactionConflicts].map((table) =>
      db
        .select({
          id: table.id,
          provider: table.provider,
          receivedAt: table.receivedAt,
          sealedBody: table.sealedBody,
        })
        .from(table)
        .where(eq(table.bankTransactionId, bankTransactionId))
        .orderBy(asc(table.receivedAt), asc(table.id))
        .limit(REPORTS_MAX),
    ),
  );
  const [sightings = [], conflicts = []] = others;
  return [
    ...lines.map((row) => open("line", row)),
    ...sightings.map((row) => open("sighting", row)),
    ...conflicts.map((row) => open("conflict", row)),
  ];
}

type Row = Pick<EvidenceReport, "provider" | "receivedAt"> & { id: string; sealedBody: string };

function open(kind: EvidenceReport["kind"], { id, sealedBody, ...row }: Row): EvidenceReport {
  return { kind, ...row, body: unseal(sealedBody, id) };
}
