import { mapChoices } from "~db/schema/places-maps";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { findMapChoice } from "./queries-maps.server";

export type NewMapChoice = {
  provinceCode: string;
  /** Null: squares. */
  shapesId: string | null;
  /** How often one had been chosen when the officer saw the page. */
  seen: number;
  chosenById: string;
};

/**
 * Takes boundaries into use, or squares again. What is in use already is not written again: answers null then. Refused
 * where somebody has chosen another meanwhile.
 */
export async function writeMapChoice(
  tx: Transaction,
  { provinceCode, shapesId, seen, chosenById }: NewMapChoice,
): Promise<Result<{ id: string } | null, "map_changed_since">> {
  const last = await findMapChoice(tx, provinceCode);
  if ((last?.kept?.id ?? null) === shapesId) return succeed(null);
  if ((last?.place ?? 0) !== seen) return fail("map_changed_since");
  const id = newId("mpc");
  const place = seen + 1;
  await tx
    .insert(mapChoices)
    .values({ id, provinceCode, place, shapesId, chosenById, chosenAt: now() });
  return succeed({ id });
}
