import type { BankLineView } from "~/domain/payments/types-bank-line";
import type { AllocationPurpose } from "~/domain/settlement/allocation-purposes";
import { PART_NUMBERS, type PartField } from "~/domain/settlement/forms";
import type { DisbursementSummary } from "~/domain/settlement/types-disbursements";

export type TypedAnswer = Partial<Record<PartField, string>>;
type Part = { purpose: AllocationPurpose; code: string; amountVnd: number };

/**
 * What the form holds at first: what was chosen among the suggestions; where the memo names several orders, each with
 * what it still costs and the last with the rest; otherwise the whole amount, for whoever fills it in to say what for.
 */
export function typedAnswerOf(given: {
  line: BankLineView;
  awaited: readonly DisbursementSummary[];
  chosen: string | null;
}): TypedAnswer {
  const { line, awaited, chosen } = given;
  const { amountVnd } = line;
  if (chosen !== null) {
    const isDisbursement = awaited.some(({ code }) => code === chosen);
    const purpose = isDisbursement ? "disbursement" : "order";
    return fieldsOf([{ purpose, code: chosen, amountVnd }]);
  }
  const named = line.suggestions.filter(({ why }) => why === "named").slice(0, PART_NUMBERS.length);
  if (named.length < 2) return { amount1: String(amountVnd) };
  let leftVnd = amountVnd;
  const parts = named.map(({ code, remainingVnd }, i): Part => {
    const isLast = i === named.length - 1;
    const part = isLast ? leftVnd : Math.min(leftVnd, remainingVnd);
    leftVnd -= part;
    return { purpose: "order", code, amountVnd: part };
  });
  return fieldsOf(parts.filter((part) => part.amountVnd > 0));
}

function fieldsOf(parts: readonly Part[]): TypedAnswer {
  const typed: TypedAnswer = {};
  for (const n of PART_NUMBERS) {
    const part = parts[n - 1];
    if (!part) continue;
    typed[`purpose${n}`] = part.purpose;
    typed[`code${n}`] = part.code;
    typed[`amount${n}`] = String(part.amountVnd);
  }
  return typed;
}
