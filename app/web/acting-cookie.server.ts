import { readCookie, writeCookie } from "./cookies.server";

const NAME = "acting";
const ACTING_SECONDS = 12 * 3_600;

/** The household that an agent has chosen to work for in this browser; whether it may the guard asks each time. */
export function readActingFor(request: Request): string | null {
  return readCookie(request, NAME) || null;
}

export function writeActingFor(householdId: string): string {
  return writeCookie(NAME, householdId, { maxAgeSeconds: ACTING_SECONDS });
}

/** A `Set-Cookie` header: the agent works in their own name again. */
export function stopActing(): string {
  return writeCookie(NAME, "", { maxAgeSeconds: 0 });
}
