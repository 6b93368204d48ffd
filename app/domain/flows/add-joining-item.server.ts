import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addItem, type AddItemCode } from "~/domain/joining/add-item.server";
import type { NewItemForm } from "~/domain/joining/forms";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department asks households for one thing more. */
export async function addJoiningItem(
  actor: Actor,
  input: NewItemForm,
): Promise<Result<null, AddItemCode>> {
  return inTransaction(async (tx) => {
    const added = await addItem(tx, input);
    if (!added.ok) return added;
    if (added.value.isNew) {
      const { itemId, ...after } = input;
      const subject = { kind: "joining_item", id: itemId } as const;
      await recordAction(tx, { actor, action: "joining_item.add", subject, after });
    }
    return succeed(null);
  });
}
