import type { UserActor } from "~/domain/audit/actor";
import { lastDone } from "~/domain/audit/queries-acts.server";
import { reader } from "~/platform/db.server";

/** Whether this person has done it to this subject already: on a slow line a button is pressed twice. */
export async function hasDone(
  { userId }: UserActor,
  action: string,
  subject: { kind: string; id: string },
): Promise<boolean> {
  return (await lastDone(reader(), { action, subject, actorId: userId })) !== null;
}
