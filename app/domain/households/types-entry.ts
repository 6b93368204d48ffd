import type { EntryRefuser, Recognition } from "./entry-code-terms";

/** Digits that were handed to a household, without them. */
export type EntryCode = {
  id: string;
  householdId: string;
  /** Who comes in by it. */
  userId: string;
  makerId: string;
  makerName: string;
  /** How an officer knew whom it was for; null: a helper handed it over. */
  recognisedBy: Recognition | null;
  recognition: string | null;
  madeAt: number;
  expiresAt: number;
  usedAt: number | null;
  /** The household says that it was not the household. */
  refusedAt: number | null;
  refusedBy: EntryRefuser | null;
  refuseReason: string | null;
  /** The digits would still let somebody in. */
  isOpen: boolean;
};
