import type { LocalDate } from "~/platform/period";
import type { LessonName } from "./lessons";
import type { AttendanceWay, SessionStatus } from "./session-status";

/** Whose sessions: all of them for the department, those that name a helper for the helper. */
export type SessionScope = { kind: "all" } | { kind: "helper"; helperId: string };

/** What is said of a session; hours as `08:00`. */
export type SessionPlan = {
  title: string;
  lessons: LessonName[];
  communeCode: string;
  place: string;
  heldOn: LocalDate;
  startsAt: string;
  endsAt: string;
  teacher: string;
  helperId: string | null;
  seatCount: number | null;
};

export type Session = SessionPlan & {
  id: string;
  status: SessionStatus;
  statusReason: string | null;
  /** The helper who planned it and may change it; null: the department did. */
  plannerId: string | null;
  communeName: string;
  helperName: string | null;
  isSample: boolean;
};

/** One who was there; `household` is null for a person who has none here. */
export type Attendance = {
  id: string;
  household: { slug: string; name: string; communeName: string } | null;
  personName: string | null;
  personPhone: string | null;
  /** Name and phone are gone. */
  isErased: boolean;
  way: AttendanceWay;
  writerName: string | null;
  writtenAt: number;
};

/** A household to be put on a list. */
export type FoundHousehold = { slug: string; name: string; communeName: string; isListed: boolean };

/** What everybody reads of a session to come: neither its code nor who keeps its list. */
export type PublicSession = Omit<SessionPlan, "communeCode" | "helperId" | "lessons"> &
  Pick<Session, "id" | "status" | "statusReason" | "communeName" | "isSample">;

/** What a household is shown of a session: never its code. */
export type HouseholdSession = Session & {
  /** How it came onto the list; null: it is not on it. */
  way: AttendanceWay | null;
};
