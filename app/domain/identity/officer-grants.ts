import { DAY_MS } from "../../platform/period";

/** What an officer's access is granted for: a new officer, or one who lost the phone, the password, or comes back. */
export const OFFICER_GRANT_KINDS = ["open", "renew"] as const;
export type OfficerGrantKind = (typeof OFFICER_GRANT_KINDS)[number];

/** Asked: waits for a second officer. Agreed: its code serves. Expired: nobody agreed, or came in by it, in time. */
export type OfficerGrantState = "asked" | "agreed" | "expired" | "used" | "ended";

/** From when it was asked for to the agreement, and from there on; then it is to be asked for again. */
export const GRANT_LIFE_DAYS = 7;
export const GRANT_CODE_DIGITS = 8;

export function officerGrantState(
  grant: {
    askedAt: number;
    agreedAt: number | null;
    usedAt: number | null;
    endedAt: number | null;
  },
  at: number,
): OfficerGrantState {
  if (grant.endedAt !== null) return "ended";
  if (grant.usedAt !== null) return "used";
  if (at - (grant.agreedAt ?? grant.askedAt) > GRANT_LIFE_DAYS * DAY_MS) return "expired";
  return grant.agreedAt === null ? "asked" : "agreed";
}
