import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { noteConfirmed } from "~/domain/statements/note-confirmed.server";
import { needsSecondPerson } from "~/domain/statements/needs-second-person";
import {
  countKinds,
  loadStatement,
  sumAdded,
  sumConfirmedAlone,
} from "~/domain/statements/queries-work.server";
import { TWO_PERSON_FROM_VND } from "~/domain/settlement/allocation-purposes";
import { now } from "~/platform/clock.server";
import { inTransaction, type ReadDatabase } from "~/platform/db.server";
import { localDateOf, startOfDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type ConfirmStatementCode =
  | "statement_not_found"
  | "statement_mapped_since"
  | "statement_not_checked"
  | "statement_without_lines"
  | "statement_has_errors"
  | "statement_month_first"
  | "statement_second_person";

/**
 * Somebody's yes to what the check showed; from then on the lines go into the inbox. Rows in error are left out only
 * when that was said. A yes that was given already changes nothing.
 * @param input `mappedAt` names the columns that they were shown: other ones may make another order's money of a line
 */
export async function confirmStatement(
  actor: Actor,
  input: { importId: string; userId: string; mappedAt: number; withoutErrors: boolean },
): Promise<Result<null, ConfirmStatementCode>> {
  const { importId, userId, withoutErrors } = input;
  return inTransaction(async (tx) => {
    const file = await loadStatement(tx, importId);
    if (!file) return fail("statement_not_found");
    if (file.status === "importing" || file.status === "imported") return succeed(null);
    if (file.mappedAt !== input.mappedAt) return fail("statement_mapped_since");
    if (file.status !== "checked") return fail("statement_not_checked");
    const { lineCount, errorCount, monthFirstCount } = await countKinds(tx, importId);
    if (lineCount === 0) return fail("statement_without_lines");
    // Then days up to the 12th were turned too, and those cannot be told from others.
    if (monthFirstCount > 0) return fail("statement_month_first");
    if (!withoutErrors && errorCount > 0) return fail("statement_has_errors");
    if (await mustAnotherConfirm(tx, file, userId)) return fail("statement_second_person");
    await noteConfirmed(tx, { importId, userId, withoutErrors });
    await recordAction(tx, {
      actor,
      action: "bank_statement.confirm",
      subject: { kind: "statement_import", id: importId },
      after: { matchedVnd: file.matchedVnd, withoutErrors },
    });
    return succeed(null);
  });
}

/** Whether this person's yes to this file is not enough, today. */
export async function mustAnotherConfirm(
  db: ReadDatabase,
  file: { id: string; uploadedById: string; mappedById: string | null; matchedVnd: number },
  userId: string,
): Promise<boolean> {
  const since = startOfDate(localDateOf(now()));
  return needsSecondPerson({
    confirmedBy: userId,
    preparedBy: [file.uploadedById, file.mappedById],
    addedVnd: file.matchedVnd,
    sendsCount: (await sumAdded(db, file.id)).sendsCount,
    fromVnd: TWO_PERSON_FROM_VND,
    addedAlone: await sumConfirmedAlone(db, { userId, since }),
  });
}
