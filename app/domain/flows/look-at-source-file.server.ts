import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findSourceFile } from "~/domain/statistics/queries-channels.server";
import { sourceFilePath, type SourceFile } from "~/domain/statistics/source-file";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { readPrivateFileIfThere } from "~/platform/storage.server";

/** The file behind a figure, for an officer; each look is noted, for a floor's report may name its sellers. */
export async function lookAtSourceFile(
  actor: Actor,
  id: string,
): Promise<Result<SourceFile & { content: Uint8Array | null }, "evidence_not_found">> {
  const found = await inTransaction(async (tx) => {
    const file = await findSourceFile(id, tx);
    if (!file) return fail("evidence_not_found");
    const subject = { kind: "source_file", id } as const;
    await recordAction(tx, { actor, action: "source_file.look", subject });
    return succeed(file);
  });
  if (!found.ok) return found;
  const content = await readPrivateFileIfThere(sourceFilePath(found.value));
  return succeed({ ...found.value, content });
}
