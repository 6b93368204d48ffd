import { normalisePhone } from "~/domain/identity/phone";
import { cleanLine } from "~/platform/typed-text";

const TYPED_MAX = 100;

/** Whom somebody looks for: a name, and a phone where one was typed. */
export type Sought = { name: string; phone: string | null };

export function soughtOf(typed: string): Sought {
  const name = cleanLine(typed.slice(0, 2 * TYPED_MAX)).slice(0, TYPED_MAX);
  return { name, phone: normalisePhone(name) };
}
