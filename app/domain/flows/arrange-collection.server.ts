import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  arrangeCollection as arrange,
  type ArrangeCollectionCode,
} from "~/domain/catalog/arrange-collection.server";
import type { Arrangement } from "~/domain/catalog/collection-arrangement";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Products in, out or in another order; noted only when it changed something. */
export async function arrangeCollection(
  actor: Actor,
  input: { slug: string; change: Arrangement },
): Promise<Result<null, ArrangeCollectionCode>> {
  return inTransaction(async (tx) => {
    const arranged = await arrange(tx, input);
    if (!arranged.ok) return arranged;
    const { id, before, after } = arranged.value;
    if (before.join() !== after.join()) {
      await recordAction(tx, {
        actor,
        action: "collection.arrange",
        subject: { kind: "collection", id },
        before: { productIds: before },
        after: { productIds: after },
      });
    }
    return succeed(null);
  });
}
