import { readSnapshot } from "~/platform/db.server";
import { checkBooks } from "./check-books.server";
import type { LedgerDifference } from "./types";

/** `checkBooks` of this moment. */
export async function checkLedger(): Promise<LedgerDifference[]> {
  return readSnapshot(checkBooks);
}
