import type { AuditAction } from "~/domain/audit/actions";
import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

export type SubjectMove<Code extends string> = {
  actor: Actor;
  kind: "household" | "product";
  /** `household.approve` */
  action: AuditAction;
  after: { status: string; reason?: string; taxClass?: string };
  /** The room's command; `hasMoved` is false when the subject stood there already. */
  move: (
    tx: Transaction,
    actorId: string | null,
  ) => Promise<Result<{ id: string; from: string; hasMoved: boolean }, Code>>;
};

/** One move of a household or product, with its audit entry; the same move sent twice is noted once. */
export async function moveSubject<Code extends string>({
  actor,
  kind,
  action,
  after,
  move,
}: SubjectMove<Code>): Promise<Result<{ hasMoved: boolean }, Code>> {
  return inTransaction(async (tx) => {
    const moved = await move(tx, actorIdOf(actor));
    if (!moved.ok) return moved;
    const { id, from, hasMoved } = moved.value;
    if (hasMoved) {
      const subject = { kind, id };
      await recordAction(tx, { actor, action, subject, before: { status: from }, after });
    }
    return succeed({ hasMoved });
  });
}
