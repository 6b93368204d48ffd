/** Which households' rows a request may see and change. A thing outside it does not exist for them (404). */
export type Scope =
  | { kind: "all" } // the department
  | { kind: "households"; householdIds: readonly string[] }; // own, or delegated and not expired

/** Of a buyer whose door has checked the key of the address, and of our own timers. */
export const ALL_ROWS: Scope = { kind: "all" };
export const NO_ROWS: Scope = { kind: "households", householdIds: [] };

export function isInScope(scope: Scope, householdId: string): boolean {
  return scope.kind === "all" || scope.householdIds.includes(householdId);
}
