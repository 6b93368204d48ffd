import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CollectionWordsForm } from "~/domain/catalog/forms-collection";
import { updateCollection as update } from "~/domain/catalog/update-collection.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Other words or days for a collection, with the state before and after; the same sent twice is noted once. */
export async function updateCollection(
  actor: Actor,
  input: { slug: string; words: CollectionWordsForm },
): Promise<Result<null, "collection_not_found" | "collection_ended">> {
  return inTransaction(async (tx) => {
    const updated = await update(tx, input);
    if (!updated.ok) return updated;
    if (!updated.value.hasChanged) return succeed(null);
    const { id, name, nameEn, intro, introEn, criterion, criterionEn, startsOn, endsOn, position } =
      updated.value.before;
    await recordAction(tx, {
      actor,
      action: "collection.update",
      subject: { kind: "collection", id },
      before: {
        name,
        nameEn,
        intro,
        introEn,
        criterion,
        criterionEn,
        startsOn,
        endsOn,
        position,
      },
      after: input.words,
    });
    return succeed(null);
  });
}
