import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  createCollection as create,
  type NewCollection,
} from "~/domain/catalog/create-collection.server";
import { inTransaction } from "~/platform/db.server";

/** The department begins a collection; the same form sent twice makes one. */
export async function createCollection(
  actor: Actor,
  input: NewCollection,
): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const { slug, isNew } = await create(tx, input);
    if (isNew) {
      await recordAction(tx, {
        actor,
        action: "collection.create",
        subject: { kind: "collection", id: input.collectionId },
        after: { slug, ...input.words },
      });
    }
    return { slug };
  });
}
