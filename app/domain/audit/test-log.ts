import { auditEntries } from "~db/schema/audit";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

type Row = typeof auditEntries.$inferInsert;

/** An entry as it stands in the log, whatever its day: an officer's of an order, unless told otherwise. */
export function testEntry(change: Partial<Row>): Row {
  return {
    id: newId("aud"),
    occurredAt: 0,
    actorId: "usr_officer",
    actorKind: "department_officer",
    onBehalfOfId: null,
    action: "order.confirm",
    subjectKind: "order",
    subjectId: "ord_1",
    before: null,
    after: null,
    ...change,
  };
}

/** Brings entries into the log. */
export async function insertTestEntries(rows: readonly Row[]): Promise<void> {
  await inTransaction(async (tx) => {
    for (let at = 0; at < rows.length; at += 500) {
      await tx.insert(auditEntries).values(rows.slice(at, at + 500));
    }
  });
}
