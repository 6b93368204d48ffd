/**
 * Why a household is suspended. At once only where an authority asks for it: the law as it is known here
 * (E-commerce Law 122/2025, art. 18) names no other case, so all else is told before.
 */
export const SUSPENSION_GROUNDS = ["authority_request", "own_decision"] as const;
export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];

export const SUSPENSION_STATES = [
  "waiting", // told, and not yet carried out
  "carried_out",
  "withdrawn", // by an officer, before its day
  "overtaken", // the household was not selling any more when its day came
] as const;
export type SuspensionState = (typeof SUSPENSION_STATES)[number];
