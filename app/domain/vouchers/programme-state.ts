import type { LocalDate } from "~/platform/period";

/** How a programme stands; only while it is `running` its code is worth something. */
export type ProgrammeState = "coming" | "running" | "used_up" | "over" | "stopped";

/** Its code will be worth nothing any more: what is left of an advance is owed back. */
export function isPast({ state }: { state: ProgrammeState }): boolean {
  return state === "stopped" || state === "over";
}

export function programmeStateOn(
  today: LocalDate,
  programme: {
    startsOn: LocalDate;
    endsOn: LocalDate;
    usesMax: number;
    usedCount: number;
    stoppedAt: number | null;
  },
): ProgrammeState {
  if (programme.stoppedAt !== null) return "stopped";
  if (today > programme.endsOn) return "over";
  if (today < programme.startsOn) return "coming";
  return programme.usedCount >= programme.usesMax ? "used_up" : "running";
}
