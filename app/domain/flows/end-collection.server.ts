import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { endCollection as end } from "~/domain/catalog/end-collection.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department takes a collection off the market; sent twice it is ended and noted once. */
export async function endCollection(
  actor: Actor,
  input: { slug: string },
): Promise<Result<null, "collection_not_found">> {
  return inTransaction(async (tx) => {
    const ended = await end(tx, input);
    if (!ended.ok) return ended;
    if (ended.value) {
      const subject = { kind: "collection", id: ended.value.id } as const;
      await recordAction(tx, { actor, action: "collection.end", subject });
    }
    return succeed(null);
  });
}
