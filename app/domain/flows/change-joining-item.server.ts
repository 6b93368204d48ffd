import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { changeItem } from "~/domain/joining/change-item.server";
import type { ItemWordsForm } from "~/domain/joining/forms";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department words an item anew, or says whether it is required. */
export async function changeJoiningItem(
  actor: Actor,
  input: { itemId: string; words: ItemWordsForm },
): Promise<Result<null, "item_not_found">> {
  return inTransaction(async (tx) => {
    const changed = await changeItem(tx, input);
    if (!changed.ok) return changed;
    await recordAction(tx, {
      actor,
      action: "joining_item.change",
      subject: { kind: "joining_item", id: input.itemId },
      before: changed.value,
      after: input.words,
    });
    return succeed(null);
  });
}
