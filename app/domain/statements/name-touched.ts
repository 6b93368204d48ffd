import { fold } from "~/platform/fold";
import { findReferences } from "~/domain/payments/find-references";
import type { StatementLine } from "./read-rows";

/** Codes of orders and of money that we send, also mistyped ones: what a memo may be for is judged elsewhere. */
const CODE = /U[A-Z][2-9A-Z]{7}/g;

/** The names of what a line bears on, by which two lines of a file may depend on each other. */
export function nameTouched(
  line: StatementLine,
  keys: { factsKey: string; referenceKey: string | null },
): string[] {
  const memo = fold(line.content).replaceAll(" ", "").toUpperCase();
  const codes = [...findReferences(line.content), ...(memo.match(CODE) ?? [])];
  return [keys.factsKey, ...(keys.referenceKey ? [keys.referenceKey] : []), ...codes];
}
