import type { LocalDate } from "~/platform/period";

export const SESSION_STATUSES = [
  "planned", // to come, or over with its list still open
  "held", // its list is closed
  "cancelled", // does not take place; nobody is on its list
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

const MOVES: Record<SessionStatus, readonly SessionStatus[]> = {
  planned: ["held", "cancelled"],
  held: [],
  cancelled: [],
};

export function mayMoveSession(from: SessionStatus, to: SessionStatus): boolean {
  return MOVES[from].includes(to);
}

/** How somebody came onto the list: by the code on the wall, or written down by a helper or an officer. */
export const ATTENDANCE_WAYS = ["code", "list"] as const;
export type AttendanceWay = (typeof ATTENDANCE_WAYS)[number];

type Session = { status: SessionStatus; heldOn: LocalDate };

/** From its day on until it is closed: paper from a village without a signal comes later. */
export function isListOpen({ status, heldOn }: Session, today: LocalDate): boolean {
  return status === "planned" && heldOn <= today;
}

/** A household says by itself that it is there on the day alone. */
export function isHereOpen({ status, heldOn }: Session, today: LocalDate): boolean {
  return status === "planned" && heldOn === today;
}
