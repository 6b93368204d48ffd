import {
  isAuditAction,
  isAuditNoun,
  type AuditAction,
  type AuditNoun,
} from "~/domain/audit/actions";
import { isSubjectKind } from "~/domain/audit/subject-kinds";
import {
  ACTOR_KINDS,
  faultOfDays,
  isWide,
  NOTHING_ASKED,
  type ActorKind,
  type AuditQuestion,
} from "~/domain/audit/question";
import { parseTypedDay } from "~/domain/catalog/typed-values";
import { isThere } from "~/domain/identity/queries-names.server";
import { normalisePhone } from "~/domain/identity/phone";
import { now } from "~/platform/clock.server";
import { addDays, formatDate, localDateOf, type LocalDate } from "~/platform/period";
import { AUDIT_FIELDS, type AskedAudit, type AuditField, type TypedAudit } from "./asked-audit";
import { findAuditSubject, findPerson } from "./find-audit-subject.server";

const TYPED_MAX = 200;
const USUAL_DAYS = 7;

/** Reads what is asked by an address; without days and without anything narrower the last week is meant. */
export async function askAudit(query: URLSearchParams): Promise<AskedAudit> {
  const typed = Object.fromEntries(
    AUDIT_FIELDS.map((field) => [field, (query.get(field) ?? "").trim().slice(0, TYPED_MAX)]),
  ) as TypedAudit;
  const faults: AskedAudit["faults"] = {};
  const narrow = { ...readChoices(typed, faults), ...(await readThings(typed, faults)) };
  const days = readDays(typed, faults);
  const question = withUsualDays({ ...NOTHING_ASKED, ...narrow, ...days });
  const fault = faults.from ?? faults.to ?? faultOfDays(question);
  if (fault !== null && !faults.to) faults.from ??= fault;
  return {
    typed: {
      ...typed,
      from: typed.from || dayText(question.from),
      to: typed.to || dayText(question.to),
    },
    question,
    faults,
  };
}

function dayText(day: LocalDate | null): string {
  return day === null ? "" : formatDate(day);
}

function withUsualDays(question: AuditQuestion): AuditQuestion {
  const { from, to } = question;
  if (!isWide(question) || (from !== null && to !== null)) return question;
  const today = localDateOf(now());
  if (from !== null) return { ...question, to: today };
  const last = to ?? today;
  return { ...question, from: addDays(last, 1 - USUAL_DAYS), to: last };
}

function readDays(typed: TypedAudit, faults: AskedAudit["faults"]) {
  const read = (field: "from" | "to"): LocalDate | null => {
    const day = typed[field] === "" ? null : parseTypedDay(typed[field]);
    if (typed[field] !== "" && day === null) faults[field] = "date_invalid";
    return day;
  };
  return { from: read("from"), to: read("to") };
}

function readChoices({ who, act }: TypedAudit, faults: AskedAudit["faults"]) {
  if (who !== "" && !isActorKind(who)) faults.who = "audit_choice_unknown";
  if (act !== "" && !isAct(act)) faults.act = "audit_choice_unknown";
  return { actorKind: isActorKind(who) ? who : null, act: isAct(act) ? act : null };
}

function isActorKind(text: string): text is ActorKind {
  return (ACTOR_KINDS as readonly string[]).includes(text);
}

function isAct(text: string): text is AuditNoun | AuditAction {
  return isAuditNoun(text) || isAuditAction(text);
}

async function readThings(typed: TypedAudit, faults: AskedAudit["faults"]) {
  const { person, phone, household } = typed;
  const personId = phone === "" ? await findKnown(person) : await findPerson(phone);
  if (phone !== "" && personId === null) faults.phone = "audit_person_unknown";
  if (phone === "" && person !== "" && personId === null) faults.person = "audit_person_unknown";
  const householdId = household === "" ? null : await findAuditSubject("household", household);
  if (household !== "" && householdId === null) faults.household = "household_not_found";
  return { personId, householdId, subject: await readSubject(typed, faults) };
}

async function findKnown(id: string): Promise<string | null> {
  return id !== "" && (await isThere(id)) ? id : null;
}

async function readSubject({ kind, subject }: TypedAudit, faults: AskedAudit["faults"]) {
  if (kind !== "" && !isSubjectKind(kind)) faults.kind = "audit_choice_unknown";
  if (subject === "") {
    if (isSubjectKind(kind)) faults.subject = "audit_subject_missing";
    return null;
  }
  if (!isSubjectKind(kind)) {
    faults.kind ??= "audit_kind_missing";
    return null;
  }
  const id = await findAuditSubject(kind, subject);
  if (id === null) faults.subject = "audit_subject_unknown";
  return id === null ? null : { kind, id };
}

/** Whether somebody was named by a phone, which does not stay in an address. */
export function hasTypedPhone({ typed }: AskedAudit): boolean {
  return typed.phone !== "" || (typed.kind === "user" && normalisePhone(typed.subject) !== null);
}

/** The same question as the fields of an address, with ids for phones. */
export function addressOf({ typed, question }: AskedAudit): Record<AuditField, string> {
  const isPerson = question.subject?.kind === "user";
  return {
    ...typed,
    person: question.personId ?? "",
    phone: "",
    subject: isPerson ? (question.subject?.id ?? "") : typed.subject,
  };
}
