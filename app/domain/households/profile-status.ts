export const PROFILE_STATUSES = [
  "awaiting_approval", // sent; what was approved before is still shown
  "approved", // shown from then on
  "rejected", // the department said no, with a reason
  "replaced", // the household sent another one before this was looked at
] as const;
export type ProfileStatus = (typeof PROFILE_STATUSES)[number];

const PROFILE_MOVES: Record<ProfileStatus, readonly ProfileStatus[]> = {
  awaiting_approval: ["approved", "rejected", "replaced"],
  approved: [],
  rejected: [],
  replaced: [],
};

export function mayMoveProfile(from: ProfileStatus, to: ProfileStatus): boolean {
  return PROFILE_MOVES[from].includes(to);
}
