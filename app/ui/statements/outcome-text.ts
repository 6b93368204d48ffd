import type { RowOutcome } from "~/domain/statements/statement-status";
import type { Translate } from "~/web/i18n";

/** What became of a line, or would. */
export function outcomeText(t: Translate, outcome: RowOutcome): string {
  return outcome === "known" || outcome === "conflict"
    ? t(`statements.outcome_${outcome}`)
    : t(`department.reason_${outcome}`);
}
