import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { halfwayToken } from "./halfway-token.server";
import { secondStepNeeded } from "./second-step-needed.server";
import { startSession } from "./sessions.server";
import type { Proven } from "./types";

/** In: the `Set-Cookie` header of a session. Halfway: the token for the page of the second step. */
export type Opened = { kind: "in"; cookie: string } | { kind: "halfway"; token: string };

/** Lets somebody in whose password, or phone, has just been proved; an officer to the second step first. */
export async function openSession(proven: Proven): Promise<Opened> {
  const [user] = await reader()
    .select({ role: users.role, phone: users.phone })
    .from(users)
    .where(eq(users.id, proven.userId))
    .limit(1);
  const person = present(user, "a session belongs to a person");
  if (secondStepNeeded(person)) return { kind: "halfway", token: halfwayToken(proven) };
  return { kind: "in", cookie: await startSession(proven) };
}
