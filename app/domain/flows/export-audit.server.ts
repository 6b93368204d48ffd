import type { UserActor } from "~/domain/audit/actor";
import { auditCsv, type NamedEntry } from "~/domain/audit/audit-csv.server";
import { readEntries } from "~/domain/audit/queries-log.server";
import { questionFields, subjectOfQuestion, type AuditQuestion } from "~/domain/audit/question";
import { recordAction } from "~/domain/audit/record-action.server";
import type { AuditEntry } from "~/domain/audit/types";
import { jsonWithoutPhones } from "~/domain/identity/phone-in-text";
import { inTransaction } from "~/platform/db.server";
import { subjectKey } from "./asked-audit";
import { nameAudit } from "./name-audit.server";

/** All that a question finds as a file, the newest first. Who took it is on record. */
export async function exportAudit(
  actor: UserActor,
  { question, actOf }: { question: AuditQuestion; actOf: (action: string) => string },
): Promise<ReadableStream<Uint8Array>> {
  await inTransaction((tx) =>
    recordAction(tx, {
      actor,
      action: "audit.export",
      subject: subjectOfQuestion(question),
      after: questionFields(question),
    }),
  );
  return auditCsv(namedPages(question), { actOf, stateOf });
}

function stateOf(state: unknown): string {
  return state === null ? "" : jsonWithoutPhones(state);
}

async function* namedPages(question: AuditQuestion): AsyncGenerator<NamedEntry[]> {
  for await (const entries of readEntries(question)) yield await named(entries);
}

async function named(entries: readonly AuditEntry[]): Promise<NamedEntry[]> {
  const { people, households, subjects } = await nameAudit(entries);
  return entries.map((entry) => {
    const subject = subjects[subjectKey(entry)];
    const person = people[entry.subjectId]?.fullName;
    return {
      ...entry,
      actorName: people[entry.actorId ?? ""]?.fullName ?? "",
      householdName: households[entry.onBehalfOfId ?? ""]?.name ?? "",
      subjectName: subject ? (subject.name ?? subject.code) : (person ?? ""),
    };
  });
}
