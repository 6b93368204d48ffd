import type { AuditQuestion } from "~/domain/audit/question";
import type { AuditLine, NamedSubject } from "~/domain/audit/types";
import type { NamedPerson } from "~/domain/identity/named-person";

export const AUDIT_FIELDS = [
  "from",
  "to",
  "who",
  "person",
  "phone",
  "act",
  "kind",
  "subject",
  "household",
] as const;
export type AuditField = (typeof AUDIT_FIELDS)[number];

/** What an officer asked by the address, as it was typed. */
export type TypedAudit = Record<AuditField, string>;

export type AskedAudit = {
  typed: TypedAudit;
  question: AuditQuestion;
  /** By field the code of what is wrong; none: the question can be asked. */
  faults: Partial<Record<AuditField, string>>;
};

/** What stands for the ids of entries; what is not in it is gone, or has no name. */
export type AuditNames = {
  people: Record<string, NamedPerson>;
  households: Record<string, NamedSubject>;
  /** By kind and id, as `subjectKey` writes them. */
  subjects: Record<string, NamedSubject>;
};

export function subjectKey({
  subjectKind,
  subjectId,
}: Pick<AuditLine, "subjectKind" | "subjectId">) {
  return `${subjectKind} ${subjectId}`;
}
