import { isDemoSignIn } from "./is-demo-sign-in.server";
import type { Role } from "./roles";

/**
 * Whether a password or a sent code alone does not let this person in: officers decide on others' money and data, so that
 * they are asked for a code of an app as well. Not those whose password a demo prints: they are nobody's own.
 */
export function secondStepNeeded({ role, phone }: { role: Role; phone: string }): boolean {
  return role === "department_officer" && !isDemoSignIn(phone);
}
