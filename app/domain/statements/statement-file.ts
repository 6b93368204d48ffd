/** Where the file of an import lies in the private folder. */
export function statementFilePath(importId: string): string {
  return `statements/${importId}.csv`;
}

export const MAX_STATEMENT_BYTES = 5 * 1024 * 1024;
/** Files that nobody confirmed go, for they hold the names of people who paid. */
export const UNCONFIRMED_HOURS = 24;

/** Of the outbox: the file of an import that is no more. */
export const SWEPT_STATEMENT_KIND = "swept_statement";
