import type { ItemKind, JoiningFact } from "./joining-items";
import type { ItemState, JoiningStep } from "./joining-state";

/** What is asked of every household; texts in both languages. */
export type JoiningItem = {
  id: string;
  kind: ItemKind;
  fact: JoiningFact | null;
  titleVi: string;
  titleEn: string;
  hintVi: string;
  hintEn: string;
  isRequired: boolean;
  isErased: boolean;
};

/** One step, by whom, when, why. `fileTypes` has one word for each file that may still be looked at, in their order. */
export type ItemStep = {
  id: string;
  step: JoiningStep;
  reason: string | null;
  statement: string | null;
  fileTypes: ("jpg" | "pdf")[];
  /** Of files that were erased. */
  erasedCount: number;
  actorName: string | null;
  occurredAt: number;
  isSample: boolean;
};

/** An item as it stands for one household. */
export type ChecklistItem = JoiningItem & {
  state: ItemState;
  /** Done because the software knows it. */
  isKnown: boolean;
  /** Why it was sent back or is done without; null in other states. */
  reason: string | null;
};

export type Checklist = {
  items: ChecklistItem[];
  /** Required ones that are neither done nor waived. */
  openCount: number;
  /** Required ones that wait for the household itself. */
  todoCount: number;
  /** Ones that wait for an officer. */
  sentCount: number;
};

/** One item of one household with all that was done about it, the newest first. */
export type ChecklistEntry = { item: ChecklistItem; steps: ItemStep[] };
