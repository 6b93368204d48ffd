import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { OpenCaseForm } from "~/domain/supply/forms-cases";
import { openCase } from "~/domain/supply/open-case.server";
import { loadSupplyBoard } from "~/domain/supply/queries.server";
import { caseWeeksOf } from "~/domain/supply/supply-board";
import { inTransaction } from "~/platform/db.server";
import { addDays } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/** An officer takes a kind of the board on: from its first to its last week of glut, else of all that is on the board. */
export async function openSupplyCase(
  actor: UserActor,
  form: OpenCaseForm,
): Promise<Result<{ caseId: string }, "produce_not_on_board">> {
  const { weeks, produce } = await loadSupplyBoard(form.from);
  const kind = produce.find(({ key }) => key === form.produceKey);
  const span = kind && caseWeeksOf(kind, weeks);
  if (!kind || !span) return fail("produce_not_on_board");
  const opened = {
    produceKey: kind.key,
    produceName: kind.name,
    fromOn: span.first,
    toOn: addDays(span.last, 6),
    overKg: span.overKg,
    handlerId: actor.userId,
  };
  return inTransaction(async (tx) => {
    const { caseId, isNew } = await openCase(tx, opened);
    if (isNew) {
      const subject = { kind: "supply_case", id: caseId } as const;
      await recordAction(tx, { actor, action: "supply_case.open", subject, after: opened });
    }
    return succeed({ caseId });
  });
}
