import type { CodeNames } from "./flat-rows";

/** What stands in a file beside the figures, in one language. `notes`: what has to be known of them, name and text. */
export type FileWords = {
  names: CodeNames;
  notes: readonly (readonly [name: string, text: string])[];
  /** Names of a workbook's sheets, of the columns of its notes, and of the moment that its figures are of. */
  words: Record<"data" | "notes" | "name" | "text" | "asOf" | "notYet", string>;
};
