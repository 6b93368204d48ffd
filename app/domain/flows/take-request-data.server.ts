import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { dataForAuthority } from "~/domain/buyers/data-for-authority";
import { exportPerson } from "~/domain/buyers/queries-export.server";
import { noteStep } from "~/domain/compliance/note-step.server";
import { findRequest } from "~/domain/compliance/queries.server";
import { dataOf } from "~/domain/compliance/request-data";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ZipPart } from "~/platform/zip-stream.server";
import type { ArchiveWords } from "./archive-words";
import { loadHouseholdExport } from "./export-household.server";
import { householdArchive } from "./household-archive.server";

export type TakenData = { kind: "household"; parts: ZipPart[] } | { kind: "person"; data: object };
export type TakeDataFailure = "request_not_found" | "request_no_data";

/**
 * An officer takes the data of the household or person that an open request is about. It leaves our hands: who took it,
 * for which request, is on record, and the request has it among its steps. An authority gets less of a person than the
 * person.
 */
export async function takeRequestData(
  actor: UserActor,
  { requestId, words }: { requestId: string; words: ArchiveWords },
): Promise<Result<TakenData, TakeDataFailure>> {
  const noted = await inTransaction(async (tx) => {
    const found = await findRequest(requestId, tx);
    if (!found) return fail("request_not_found");
    const of = dataOf(found);
    if (of === null) return fail("request_no_data");
    await noteStep(tx, { requestId, step: "data_taken", actorId: actor.userId });
    const subject = { kind: of.kind === "person" ? "user" : of.kind, id: of.id } as const;
    const after = { requestId };
    await recordAction(tx, { actor, action: "compliance.take_data", subject, after });
    return succeed({ ...of, isForAuthority: found.kind === "authority_information" });
  });
  if (!noted.ok) return noted;
  const { kind, id, isForAuthority } = noted.value;
  if (kind === "person") {
    const data = await exportPerson(id);
    return succeed({ kind, data: isForAuthority ? dataForAuthority(data) : data });
  }
  return succeed({ kind, parts: await householdArchive(id, await loadHouseholdExport(id), words) });
}
