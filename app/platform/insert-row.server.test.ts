import fc from "fast-check";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditEntries } from "../../db/schema/audit";
import { outboxMessages } from "../../db/schema/outbox";
import { inTransaction, reader } from "./db.server";
import { newId } from "./ids";
import { insertRow } from "./insert-row.server";
import { isCurrent, recordReads } from "./table-versions.server";
import { openTestDatabase } from "./test-database.server";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase();
});
afterAll(() => close());

const audited = async (id: string) =>
  (await reader().select().from(auditEntries).where(eq(auditEntries.id, id)).limit(1))[0];

it("writes what drizzle would write, whatever is in the row", async () => {
  const words = fc.string({ unit: "grapheme", maxLength: 30 });
  const state = fc.option(fc.jsonValue({ maxDepth: 2 }).filter((value) => value !== null));
  const rows = fc.record({
    occurredAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
    actorId: fc.option(words),
    actorKind: words,
    action: words,
    subjectKind: words,
    subjectId: words,
    before: state,
    after: state,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (row) => {
      const [ours, theirs] = [newId("aud"), newId("aud")];
      await inTransaction(async (tx) => {
        await insertRow(tx, auditEntries, { id: ours, ...row });
        await tx.insert(auditEntries).values({ id: theirs, ...row });
      });
      expect(await audited(ours)).toEqual({ ...(await audited(theirs)), id: ours });
    }),
    { numRuns: 50 },
  );
});

it("writes NULL and not its JSON, and the default of what is left out", async () => {
  const id = newId("out");
  await inTransaction((tx) =>
    insertRow(tx, outboxMessages, {
      id,
      kind: "test",
      key: id,
      payload: { a: 1 },
      createdAt: 1,
      availableAt: 1,
    }),
  );
  const found = await reader()
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.id, id))
    .limit(1);
  expect(found).toMatchObject([{ attemptCount: 0, completedAt: null, payload: { a: 1 } }]);
});

it("counts as a write of its table", async () => {
  const { snapshot } = await recordReads(() => reader().$count(auditEntries));
  await inTransaction((tx) =>
    insertRow(tx, auditEntries, {
      id: newId("aud"),
      occurredAt: 1,
      actorKind: "system",
      action: "test.write",
      subjectKind: "test",
      subjectId: "1",
    }),
  );
  expect(isCurrent(snapshot)).toBe(false);
});

it("writes into the file that is open now", async () => {
  const id = newId("aud");
  const write = () =>
    inTransaction((tx) =>
      insertRow(tx, auditEntries, {
        id,
        occurredAt: 1,
        actorKind: "system",
        action: "test.write",
        subjectKind: "test",
        subjectId: "1",
      }),
    );
  await write();
  close();
  close = openTestDatabase();
  expect(await audited(id)).toBeUndefined();
  await write();
  expect(await audited(id)).toMatchObject({ id });
});
