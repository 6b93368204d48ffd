import { createHash } from "node:crypto";
import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { discardStatementFile } from "~/domain/statements/discard-statement-file.server";
import { hashHeader } from "~/domain/statements/hash-header.server";
import { inspectStatement, type InspectCode } from "~/domain/statements/inspect-statement.server";
import {
  findLastMapping,
  findStatementByHash,
  listOwnAccounts,
} from "~/domain/statements/queries-work.server";
import { keepStatement } from "~/domain/statements/keep-statement.server";
import { statementFilePath } from "~/domain/statements/statement-file";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { writePrivateFile } from "~/platform/storage.server";

type Upload = { userId: string; bytes: Uint8Array | null; fileName: string };
/** `isKnown`: these very bytes were brought in before, and nothing was kept anew. */
type Uploaded = { importId: string; isKnown: boolean };

/**
 * Keeps a bank's file and guesses its columns, as a person last said of the same headings. Nothing of it goes into the
 * inbox. The same file again leads to what became of it the first time.
 */
export async function uploadStatement(
  actor: Actor,
  { userId, bytes, fileName }: Upload,
): Promise<Result<Uploaded, InspectCode | "statement_file_missing">> {
  if (bytes === null) return fail("statement_file_missing");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const knownId = await findStatementByHash(reader(), sha256);
  if (knownId !== null) return succeed({ importId: knownId, isKnown: true });
  const inspected = await inspectStatement(bytes, await listOwnAccounts());
  if (!inspected.ok) return inspected;
  const { delimiter, header, mapping, rowCount } = inspected.value;
  const headerHash = hashHeader(header.cells);
  const importId = newId("stm");
  await writePrivateFile(statementFilePath(importId), bytes);
  const uploaded = await inTransaction(async (tx): Promise<Uploaded> => {
    const meanwhileId = await findStatementByHash(tx, sha256);
    if (meanwhileId !== null) return { importId: meanwhileId, isKnown: true };
    await keepStatement(tx, {
      id: importId,
      sha256,
      fileName,
      byteCount: bytes.length,
      delimiter,
      headerLine: header.lineNumber,
      headerHash,
      mapping: (await findLastMapping(headerHash)) ?? mapping,
      uploadedById: userId,
    });
    const subject = { kind: "statement_import", id: importId } as const;
    const after = { sha256, byteCount: bytes.length, rowCount };
    await recordAction(tx, { actor, action: "bank_statement.upload", subject, after });
    return { importId, isKnown: false };
  });
  if (uploaded.isKnown) await discardStatementFile({ importId });
  return succeed(uploaded);
}
