import { countDone } from "~/domain/audit/queries-acts.server";
import { countEntryCodes } from "~/domain/households/queries-entry-codes.server";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";

/** The act of `undo-phone-change`. */
export const UNDO_PHONE_CHANGE = "household.undo_phone_change";

/** How many accounts this officer has opened for households since yesterday, by codes or by numbers that they gave back. */
export async function countDoorsOpened(db: ReadDatabase, actorId: string): Promise<number> {
  const since = now() - DAY_MS;
  const undone = await countDone(db, { action: UNDO_PHONE_CHANGE, actorId, since });
  return undone + (await countEntryCodes(db, actorId));
}
