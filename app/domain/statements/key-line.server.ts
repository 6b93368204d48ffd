import { createHash } from "node:crypto";
import { fold } from "~/platform/fold";
import { localDateOf } from "~/platform/period";
import type { StatementLine } from "./read-rows";

export type LineKeys = { factsKey: string; referenceKey: string | null };

/**
 * What stays the same of a line from one export of a bank to the next. The bank's own reference with amount and
 * direction (a fee is often booked under the reference of its transfer); and, where an export has none, the day, the
 * direction, the amount and the letters and digits of the memo. Not the time, which some exports leave out, and not the
 * running balance, which a line booked late changes for all that follow it on its day.
 */
export function keyLine(
  { occurredAt, direction, amountVnd, content, bankReference }: StatementLine,
  accountNumber: string,
): LineKeys {
  const memo = fold(content).replaceAll(" ", "");
  const reference = bankReference === null ? "" : fold(bankReference).replaceAll(" ", "");
  const about = [accountNumber, direction, amountVnd];
  return {
    factsKey: hashOf(["facts", ...about, localDateOf(occurredAt), memo]),
    referenceKey: reference === "" ? null : hashOf(["reference", ...about, reference]),
  };
}

function hashOf(facts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 32);
}
