import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { readRequests } from "~/domain/compliance/queries.server";
import { registerCsv, type RegisterCsvWords } from "~/domain/compliance/register-csv.server";
import type { RequestFilter } from "~/domain/compliance/types";
import { inTransaction } from "~/platform/db.server";

/** The register as a file, for an inspection. It leaves our hands: who took it is on record. */
export async function exportCompliance(
  actor: UserActor,
  { filter, words }: { filter: RequestFilter; words: RegisterCsvWords },
): Promise<ReadableStream<Uint8Array>> {
  const subject = { kind: "compliance_register", id: "register" } as const;
  await inTransaction((tx) =>
    recordAction(tx, { actor, action: "compliance.export", subject, after: filter }),
  );
  return registerCsv(readRequests(filter), words);
}
