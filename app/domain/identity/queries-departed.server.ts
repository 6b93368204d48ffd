import { and, eq, isNotNull, sql } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { GUEST, type Actor } from "~/domain/audit/actor";
import { builtOnce, type ReadDatabase } from "~/platform/db.server";

const selectDeparted = builtOnce((db) =>
  db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, sql.placeholder("userId")), isNotNull(users.deletedAt)))
    .limit(1)
    .prepare(),
);

/** True when this account has been deleted: nothing may be written under it any more. */
export async function hasDeparted(db: ReadDatabase, userId: string): Promise<boolean> {
  return (await selectDeparted(db).execute({ userId })).length > 0;
}

/** Who acts as of this transaction: somebody whose account was deleted since they came to the door is a guest. */
export async function actorNow(db: ReadDatabase, actor: Actor): Promise<Actor> {
  return actor.kind === "user" && (await hasDeparted(db, actor.userId)) ? GUEST : actor;
}
