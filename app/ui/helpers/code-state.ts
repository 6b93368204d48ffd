type Digits = { isOpen: boolean; canSendAgain: boolean; wasRefused: boolean };

/** Of the digits that a household is asked for: `none` were sent, they would be taken, or why they would not. */
export type CodeState = "none" | "open" | "late" | "refused" | "tried_out";

export function codeStateOf(digits: Digits | null): CodeState {
  if (digits === null) return "none";
  if (digits.isOpen) return "open";
  if (!digits.canSendAgain) return "tried_out";
  return digits.wasRefused ? "refused" : "late";
}
