import { DAY_MS } from "~/platform/period";

/** How an officer knows that whoever asks for a code is of the household. */
export const RECOGNITIONS = [
  "in_person", // came with an identity paper
  "called_back", // the officer called the number that the household registered, and it answered
  "committee", // the People's Committee of its commune vouches, in writing
] as const;
export type Recognition = (typeof RECOGNITIONS)[number];
/** The same before a number comes back: whoever answers the number before may have bought its SIM card since. */
export const UNDO_RECOGNITIONS = [
  "in_person",
  "committee",
] as const satisfies readonly Recognition[];

/** Who says that it was not the household: itself at its desk, or an officer whom it called. */
export const ENTRY_REFUSERS = ["household", "call"] as const;
export type EntryRefuser = (typeof ENTRY_REFUSERS)[number];

/** So many codes an officer hands over in a day: who took an officer's sign-in opens no more doors than that. */
export const OFFICER_CODES_MAX = 20;
/** So long the desk says above all else that an officer handed a code over, or that one was used. */
export const ENTRY_NEWS_MS = 14 * DAY_MS;
