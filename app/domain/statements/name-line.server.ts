import { and, eq, isNotNull } from "drizzle-orm";
import { statementRows } from "~db/schema/statements";
import type { Transaction } from "~/platform/db.server";
import type { RowAtWork } from "./queries-work.server";

/** So many equal lines no account has. */
const NAMED_MAX = 25_000;

/** The name of a new line among those of files. Equal lines are numbered: the second of them is another one. */
export async function nameLine(tx: Transaction, row: RowAtWork): Promise<string> {
  const { factsKey, referenceKey } = row;
  const lines = await tx
    .selectDistinct({ id: statementRows.bankTransactionId })
    .from(statementRows)
    .where(
      and(
        isNotNull(statementRows.bankTransactionId),
        referenceKey === null
          ? eq(statementRows.factsKey, factsKey ?? "")
          : eq(statementRows.referenceKey, referenceKey),
      ),
    )
    .limit(NAMED_MAX);
  return `${referenceKey ?? factsKey}.${lines.length + 1}`;
}
