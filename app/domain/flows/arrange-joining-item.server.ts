import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { placeItem } from "~/domain/joining/place-item.server";
import { listFilesOfItem } from "~/domain/joining/queries-checklists.server";
import { retireItem } from "~/domain/joining/retire-item.server";
import { inTransaction } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { succeed, type Result } from "~/platform/result";

type Arrangement =
  { itemId: string; intent: "place"; place: number } | { itemId: string; intent: "retire" };

/**
 * The department puts an item elsewhere in the list, or asks for it no longer. Evidence that is not to be kept then goes
 * everywhere, decided about or not: nobody will decide about it any more.
 */
export async function arrangeJoiningItem(
  actor: Actor,
  arrangement: Arrangement,
): Promise<Result<null, "item_not_found">> {
  const { itemId } = arrangement;
  const subject = { kind: "joining_item", id: itemId } as const;
  return inTransaction(async (tx) => {
    if (arrangement.intent === "retire") {
      const retired = await retireItem(tx, itemId);
      if (!retired.ok) return retired;
      await recordAction(tx, { actor, action: "joining_item.retire", subject });
      if (retired.value.isErased) {
        const payload = { files: await listFilesOfItem(tx, itemId) };
        await enqueueOutbox(tx, { kind: "joining_evidence", key: itemId, payload });
      }
      return succeed(null);
    }
    const { place } = arrangement;
    const placed = await placeItem(tx, { itemId, place });
    if (!placed.ok) return placed;
    const move = { before: placed.value, after: { place } };
    await recordAction(tx, { actor, action: "joining_item.place", subject, ...move });
    return succeed(null);
  });
}
