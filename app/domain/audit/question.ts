import { addDays, startOfDate, type LocalDate } from "~/platform/period";
import type { AuditAction, AuditNoun } from "./actions";
import type { SubjectKind } from "./subject-kinds";
import type { AuditLine } from "./types";

export const ACTOR_KINDS = [
  "department_officer",
  "agent",
  "household_member",
  "buyer",
  "guest",
  "system",
  "provider",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export type AuditSubject = { kind: SubjectKind; id: string };

/** What is asked of the log; null asks for all. */
export type AuditQuestion = {
  /** Both days are meant. */
  from: LocalDate | null;
  to: LocalDate | null;
  actorKind: ActorKind | null;
  personId: string | null;
  /** All of a noun, or one act. */
  act: AuditNoun | AuditAction | null;
  subject: AuditSubject | null;
  /** What was done in its name, to itself, and to where its money goes. */
  householdId: string | null;
};

export const NOTHING_ASKED: AuditQuestion = {
  from: null,
  to: null,
  actorKind: null,
  personId: null,
  act: null,
  subject: null,
  householdId: null,
};

/** So many days at most where no person, household or thing narrows the question. */
export const WIDE_DAYS_MAX = 31;

/** True where only the days keep the answer small. */
export function isWide({ personId, subject, householdId }: AuditQuestion): boolean {
  return personId === null && subject === null && householdId === null;
}

/** What is not in order about its days, or null. */
export function faultOfDays(
  question: AuditQuestion,
): "audit_days_reversed" | "audit_days_wide" | null {
  const { from, to } = question;
  if (from !== null && to !== null && to < from) return "audit_days_reversed";
  if (!isWide(question)) return null;
  const isNarrow = from !== null && to !== null && to < addDays(from, WIDE_DAYS_MAX);
  return isNarrow ? null : "audit_days_wide";
}

/** Whom an account's own entries are about, beside what was done in its name. */
export const HOUSEHOLD_SUBJECTS = ["household", "payee"] as const satisfies readonly SubjectKind[];

/** Half-open, in milliseconds; null: no end. */
export function momentsOf({ from, to }: Pick<AuditQuestion, "from" | "to">) {
  return {
    since: from === null ? null : startOfDate(from),
    until: to === null ? null : startOfDate(addDays(to, 1)),
  };
}

/** Whether an entry is asked for. */
export function fits(question: AuditQuestion, line: AuditLine): boolean {
  const { actorKind, personId, act, subject, householdId } = question;
  const { since, until } = momentsOf(question);
  return (
    (since === null || line.occurredAt >= since) &&
    (until === null || line.occurredAt < until) &&
    (actorKind === null || line.actorKind === actorKind) &&
    (personId === null || line.actorId === personId) &&
    (act === null || line.action === act || line.action.startsWith(`${act}.`)) &&
    (subject === null || (line.subjectKind === subject.kind && line.subjectId === subject.id)) &&
    (householdId === null || isOfHousehold(householdId, line))
  );
}

function isOfHousehold(
  householdId: string,
  { onBehalfOfId, subjectKind, subjectId }: AuditLine,
): boolean {
  const isItself = (HOUSEHOLD_SUBJECTS as readonly string[]).includes(subjectKind);
  return onBehalfOfId === householdId || (isItself && subjectId === householdId);
}

/** All that is asked, for the log itself. */
export function questionFields(question: AuditQuestion): Record<string, unknown> {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== null));
}

/** What stands for the log itself. */
export const ALL = "all";

/** Of whom or what somebody wants to know: that is where others look for it. */
export function subjectOfQuestion({ subject, personId, householdId }: AuditQuestion): AuditSubject {
  if (subject !== null) return subject;
  if (householdId !== null) return { kind: "household", id: householdId };
  return personId === null ? { kind: "audit", id: ALL } : { kind: "user", id: personId };
}
