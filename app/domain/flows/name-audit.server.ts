import { isSubjectKind } from "~/domain/audit/subject-kinds";
import type { AuditLine, NamedSubject } from "~/domain/audit/types";
import { nameHouseholds } from "~/domain/households/queries-names.server";
import { namePeople } from "~/domain/identity/queries-names.server";
import { subjectKey, type AuditNames } from "./asked-audit";
import { nameAuditSubjects } from "./find-audit-subject.server";

/** Who, for whom and what entries are about. */
export async function nameAudit(lines: readonly AuditLine[]): Promise<AuditNames> {
  const people = await namePeople(
    distinct(
      lines.flatMap(({ actorId, subjectKind, subjectId }) => [
        actorId,
        subjectKind === "user" ? subjectId : null,
      ]),
    ),
  );
  const households = await nameHouseholds(distinct(lines.map(({ onBehalfOfId }) => onBehalfOfId)));
  return { people: byId(people), households: byId(households), subjects: await subjectsOf(lines) };
}

async function subjectsOf(lines: readonly AuditLine[]): Promise<Record<string, NamedSubject>> {
  const named: [string, NamedSubject][] = [];
  for (const kind of distinct(lines.map(({ subjectKind }) => subjectKind))) {
    if (!isSubjectKind(kind)) continue;
    const ids = distinct(
      lines.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : [])),
    );
    for (const subject of await nameAuditSubjects(kind, ids)) {
      named.push([subjectKey({ subjectKind: kind, subjectId: subject.id }), subject]);
    }
  }
  return Object.fromEntries(named);
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
