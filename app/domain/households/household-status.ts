export const HOUSEHOLD_STATUSES = [
  "pending", // registered, waits for the department
  "approved", // may sell
  "rejected", // the department said no, with a reason; may be looked at again
  "suspended", // was approved; its products are not shown
] as const;
export type HouseholdStatus = (typeof HOUSEHOLD_STATUSES)[number];

export const HOUSEHOLD_KINDS = ["household", "cooperative", "business"] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

const HOUSEHOLD_MOVES: Record<HouseholdStatus, readonly HouseholdStatus[]> = {
  pending: ["approved", "rejected"],
  approved: ["suspended"],
  rejected: ["approved"],
  suspended: ["approved"],
};

export function mayMoveHousehold(from: HouseholdStatus, to: HouseholdStatus): boolean {
  return HOUSEHOLD_MOVES[from].includes(to);
}
