import type { OfficerGrantKind, OfficerGrantState } from "./officer-grants";

/** An officer, or who was one, as another officer sees them. */
export type Officer = {
  id: string;
  fullName: string;
  phone: string;
  /** False: works here no more. */
  isOfficer: boolean;
  createdAt: number;
  /** When a session of theirs last began or was lengthened. */
  seenAt: number | null;
  /** When the app on their phone was set up; null: it was not, or has to be again. */
  secondStepSince: number | null;
};

export type OfficerGrantView = {
  id: string;
  kind: OfficerGrantKind;
  state: OfficerGrantState;
  /** Null: a new officer who was not agreed to. */
  userId: string | null;
  /** Null of a new officer who was refused: kept no longer. */
  fullName: string | null;
  phone: string | null;
  reason: string;
  /** Null: at the server. */
  askedBy: { id: string; fullName: string } | null;
  askedAt: number;
  agreedBy: { id: string; fullName: string } | null;
  agreedAt: number | null;
};

/** What a person sees of their own second step. */
export type SecondStep = { setUpAt: number; leftCount: number };
