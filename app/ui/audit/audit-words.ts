import { isAuditAction } from "~/domain/audit/actions";
import { isSubjectKind } from "~/domain/audit/subject-kinds";
import { ACTOR_KINDS } from "~/domain/audit/question";
import type { Translate } from "~/web/i18n";

/** What was done; an act of an earlier release by its code. */
export function actWords(t: Translate, action: string): string {
  if (!isAuditAction(action)) return action;
  return t(`audit.act_${action.replace(".", "_") as Underscored}`);
}

/** Keys have no dot. */
type Underscored = "order_confirm";

export function kindWords(t: Translate, kind: string): string {
  return isSubjectKind(kind) ? t(`audit.kind_${kind}`) : kind;
}

export function actorWords(t: Translate, kind: string): string {
  const known = ACTOR_KINDS.find((one) => one === kind);
  return known === undefined ? kind : t(`audit.actor_${known}`);
}
