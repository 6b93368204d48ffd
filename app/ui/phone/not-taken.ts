import { paths } from "~/web/paths";

/**
 * Why the shop takes a household's product from nobody here: nobody or somebody else is signed in, the household lets
 * this helper do it no more, or the helper works for another household or for none just now.
 */
const NOT_TAKEN = ["signed_out", "not_helping", "helping_other"] as const;
export type NotTaken = (typeof NOT_TAKEN)[number];

/** By the page that the shop led to; both are open to helpers only. */
export function notTakenBy(ledTo: string): NotTaken {
  if (ledTo === paths.acting()) return "helping_other";
  return ledTo === paths.agentDesk() ? "not_helping" : "signed_out";
}

/** Whether it may go as it is, once somebody else is in or another household is chosen. */
export function isNotTaken(state: string): state is NotTaken {
  return NOT_TAKEN.some((one) => one === state);
}
