import type { ItemKind, JoiningFact } from "./joining-items";

/** What somebody did about an item of a household; the newest says how it stands. */
export const JOINING_STEPS = [
  "attested", // the household itself said it
  "sent", // evidence lies with the department
  "verified", // an officer has seen that it is so
  "sent_back", // an officer said why it is not; also takes back a waiver
  "waived", // an officer does without it, and says why
] as const;
export type JoiningStep = (typeof JOINING_STEPS)[number];

export const ITEM_STATES = ["todo", "sent", "sent_back", "done", "waived"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** From which states a step leads on. */
const STEP_FROM: Record<JoiningStep, readonly ItemState[]> = {
  attested: ["todo", "sent_back", "waived"],
  sent: ["todo", "sent_back", "waived"],
  verified: ["todo", "sent", "sent_back"],
  sent_back: ["sent", "done", "waived"],
  waived: ["todo", "sent", "sent_back"],
};

const STEPS_OF: Record<ItemKind, readonly JoiningStep[]> = {
  computed: ["sent_back", "waived"],
  attested: ["attested", "sent_back", "waived"],
  verified: ["sent", "verified", "sent_back", "waived"],
};

type StandingItem = { fact: JoiningFact | null };

/** Whether the software knows it to be done. */
export function isKnown({ fact }: StandingItem, facts: readonly JoiningFact[]): boolean {
  return fact !== null && facts.includes(fact);
}

/** How an item stands for a household of which these facts are known; `last` is its newest step. */
export function stateOf(
  { fact }: StandingItem,
  known: { last: JoiningStep | null; facts: readonly JoiningFact[] },
): ItemState {
  const { last, facts } = known;
  if (isKnown({ fact }, facts)) return "done";
  switch (last) {
    case null:
      return "todo";
    case "attested":
    case "verified":
      return "done";
    case "sent":
    case "sent_back":
    case "waived":
      return last;
  }
}

/** Whether this may be done about an item that stands so. */
export function mayStep(
  step: JoiningStep,
  item: { kind: ItemKind; state: ItemState; isKnown: boolean },
): boolean {
  const { kind, state } = item;
  if (item.isKnown) return false; // a fact is not sent back
  return STEPS_OF[kind].includes(step) && STEP_FROM[step].includes(state);
}

/** Still stands between a household and its approval. */
export function isOpen({ isRequired, state }: { isRequired: boolean; state: ItemState }): boolean {
  return isRequired && state !== "done" && state !== "waived";
}

/** It is the household's turn. */
export function awaitsHousehold({ state }: { state: ItemState }): boolean {
  return state === "todo" || state === "sent_back";
}
