import type { LocalDate } from "~/platform/period";

/** How a programme stands; only while it is `running` its code is worth something. */
export type ProgrammeState = "proposed" | "coming" | "running" | "used_up" | "over" | "stopped";

/** Whether it may still pay ahead, of what its code will be worth. */
export function paysAhead({ state }: { state: ProgrammeState }): boolean {
  return state !== "proposed" && !isPast({ state });
}

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
    agreedAt: number | null;
    stoppedAt: number | null;
  },
): ProgrammeState {
  if (programme.agreedAt === null) return "proposed";
  if (programme.stoppedAt !== null) return "stopped";
  if (today > programme.endsOn) return "over";
  if (today < programme.startsOn) return "coming";
  return programme.usedCount >= programme.usesMax ? "used_up" : "running";
}
