import {
  addDays,
  DAY_MS,
  HOUR_MS,
  localDateOf,
  MINUTE_MS,
  startOfDate,
  type LocalDate,
} from "~/platform/period";

export const SESSION_STATUSES = [
  "planned", // to come, or over with its list still open
  "held", // its list is closed
  "cancelled", // does not take place; nobody is on its list
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

const MOVES: Record<SessionStatus, readonly SessionStatus[]> = {
  planned: ["held", "cancelled"],
  held: ["planned"],
  cancelled: [],
};

export function mayMoveSession(from: SessionStatus, to: SessionStatus): boolean {
  return MOVES[from].includes(to);
}

/** How somebody came onto the list: by the code on the wall, or written down by a helper or an officer. */
export const ATTENDANCE_WAYS = ["code", "list"] as const;
export type AttendanceWay = (typeof ATTENDANCE_WAYS)[number];

/** Who writes a list: the helper whom a session names, or the department, which writes all of them. */
export type Keeper = "helper" | "all";

/** So many may be on a list: a hall holds fewer. */
export const LIST_MAX = 1_000;

/**
 * So many days after a session its list is written: paper from a village without a signal comes later. A helper has
 * fewer, so that nobody is put on it by whom one knows already that they sell.
 */
const LIST_DAYS: Record<Keeper, number> = { helper: 7, all: 60 };
/** A list that was closed by mistake is opened again within so many days. */
const REOPEN_DAYS = 7;
/** A household says that it is there from so long before the beginning until so long after the end. */
const HERE_BEFORE_MS = HOUR_MS;
const HERE_AFTER_MS = 2 * HOUR_MS;

type Session = { status: SessionStatus; heldOn: LocalDate };

export function hasBegun({ heldOn }: Pick<Session, "heldOn">, today: LocalDate): boolean {
  return heldOn <= today;
}

/** From its day on until it is closed, or whoever keeps it has run out of days. */
export function isListOpen(session: Session, today: LocalDate, keeper: Keeper): boolean {
  const { status, heldOn } = session;
  const isInTime = today <= addDays(heldOn, LIST_DAYS[keeper]);
  return status === "planned" && hasBegun(session, today) && isInTime;
}

/** A closed list is opened again while it could still be written; `closedAt` and `at` in milliseconds. */
export function mayReopen(session: Session, closedAt: number, at: number): boolean {
  const opened = { ...session, status: "planned" } as const;
  const isFresh = at <= closedAt + REOPEN_DAYS * DAY_MS;
  return session.status === "held" && isFresh && isListOpen(opened, localDateOf(at), "all");
}

/** A household says by itself that it is there at the hours of the session alone, `at` in milliseconds. */
export function isHereOpen(
  session: Session & { startsAt: string; endsAt: string },
  at: number,
): boolean {
  const { status, heldOn, startsAt, endsAt } = session;
  const isDay = heldOn === localDateOf(at);
  const from = startOfDate(heldOn) + sinceMidnight(startsAt) - HERE_BEFORE_MS;
  const until = startOfDate(heldOn) + sinceMidnight(endsAt) + HERE_AFTER_MS;
  return status === "planned" && isDay && at >= from && at < until;
}

/** Of an hour such as `08:30`, in milliseconds. */
function sinceMidnight(hour: string): number {
  return Number(hour.slice(0, 2)) * HOUR_MS + Number(hour.slice(3)) * MINUTE_MS;
}
