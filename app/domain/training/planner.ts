import type { Session, SessionScope } from "./types";

/** The department changes every session; a helper those that they planned themselves. */
export function isPlannedBy(
  scope: SessionScope,
  { plannerId }: Pick<Session, "plannerId">,
): boolean {
  return scope.kind === "all" || plannerId === scope.helperId;
}

/** The sessions whose list a helper keeps. */
export const sessionsOf = (helperId: string): SessionScope => ({ kind: "helper", helperId });
