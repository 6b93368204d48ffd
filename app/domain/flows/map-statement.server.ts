import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { chooseColumns } from "~/domain/statements/choose-columns.server";
import { openStatement } from "~/domain/statements/open-statement.server";
import { listOwnAccounts, loadStatement } from "~/domain/statements/queries-work.server";
import type { StatementMapping } from "~/domain/statements/statement-columns";
import { inTransaction, reader } from "~/platform/db.server";
import { fail, succeed, type Failure, type Result } from "~/platform/result";

type Columns = {
  importId: string;
  userId: string;
  mapping: StatementMapping;
  accountNumber: string;
};
export type MapStatementCode =
  | "statement_not_found"
  | "statement_confirmed"
  | "statement_column_missing"
  | "statement_other_account";

/**
 * What a person says of a file's columns and of the account it is of; then its lines are tried out anew. As often as
 * needed, until somebody has confirmed it.
 */
export async function mapStatement(
  actor: Actor,
  columns: Columns,
): Promise<Result<null, MapStatementCode>> {
  const { importId, mapping } = columns;
  const file = await loadStatement(reader(), importId);
  if (!file) return fail("statement_not_found");
  const refusal = await findRefusal(file, columns);
  if (refusal) return refusal;
  return inTransaction(async (tx) => {
    const current = await loadStatement(tx, importId);
    if (!current) return fail("statement_not_found");
    if (current.status === "importing" || current.status === "imported") {
      return fail("statement_confirmed");
    }
    await chooseColumns(tx, { ...columns, before: current.mappedAt });
    await recordAction(tx, {
      actor,
      action: "bank_statement.map",
      subject: { kind: "statement_import", id: importId },
      after: { mapping },
    });
    return succeed(null);
  });
}

/** A column that is not there, or an account that is not ours: the one that was chosen, or any that the file names. */
async function findRefusal(
  file: Parameters<typeof openStatement>[0],
  { mapping, accountNumber }: Columns,
): Promise<Failure<MapStatementCode> | null> {
  if (!(await listOwnAccounts()).includes(accountNumber)) {
    return fail("statement_other_account", { ending: accountNumber.slice(-4) });
  }
  const { headings, rows } = await openStatement(file);
  if (Object.values(mapping).some((column) => column >= headings.length)) {
    return fail("statement_column_missing");
  }
  const column = mapping.account;
  if (column === undefined) return null;
  for (const { cells } of rows) {
    const named = (cells[column] ?? "").replaceAll(/[^A-Za-z0-9]/g, "");
    if (/\d{4}/.test(named) && named !== accountNumber) {
      return fail("statement_other_account", { ending: named.slice(-4) });
    }
  }
  return null;
}
