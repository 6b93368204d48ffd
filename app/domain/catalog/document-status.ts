export const DOCUMENT_STATUSES = [
  "stated", // the household says so; shown as its own statement
  "checked", // the department has seen it; shown as checked
  "refused", // the department did not find it in order, with a reason; not shown
  "withdrawn", // taken back by the household; not shown
] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

// A refused or withdrawn one is entered anew: what was said and decided stays on record.
const DOCUMENT_MOVES: Record<DocumentStatus, readonly DocumentStatus[]> = {
  stated: ["checked", "refused", "withdrawn"],
  checked: ["refused", "withdrawn"],
  refused: [],
  withdrawn: [],
};

export function mayMoveDocument(from: DocumentStatus, to: DocumentStatus): boolean {
  return DOCUMENT_MOVES[from].includes(to);
}

/** What anybody may see. */
export const SHOWN_DOCUMENT_STATUSES = [
  "stated",
  "checked",
] as const satisfies readonly DocumentStatus[];
