import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { outboxMessages } from "../../db/schema/outbox";
import { setClock } from "./clock.server";
import { inTransaction, reader } from "./db.server";
import { enqueueOutbox, runOutbox } from "./outbox.server";
import { openTestDatabase } from "./test-database.server";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase({ LOG_LEVEL: "error" });
});
afterAll(() => close());
afterEach(() => setClock());

const START = Date.parse("2026-11-22T00:00:00Z");

it("runs a message once, the same key once, and waits longer after each failure until it gives up", async () => {
  const seen: unknown[] = [];
  setClock(START);
  await inTransaction(async (tx) => {
    await enqueueOutbox(tx, { kind: "good", key: "a", payload: { n: 1 } });
    await enqueueOutbox(tx, { kind: "good", key: "a", payload: { n: 2 } });
    await enqueueOutbox(tx, { kind: "bad", key: "b", payload: {} });
  });
  let attempts = 0;
  const handlers = {
    good: async (payload: unknown) => void seen.push(payload),
    bad: async () => {
      attempts += 1;
      throw new Error("no line");
    },
  };
  await runOutbox(handlers);
  await runOutbox(handlers);
  expect(seen).toEqual([{ n: 1 }]);
  expect(attempts).toBe(1); // the second try is not due yet
  let time = START;
  for (const minutes of [1, 1, 2, 3, 5, 8, 13]) {
    time += minutes * 60_000;
    setClock(time);
    await runOutbox(handlers);
  }
  expect(attempts).toBe(8);
  setClock(time + 86_400_000);
  expect(await runOutbox(handlers)).toBe(0);
  const rows = await reader().select().from(outboxMessages);
  expect(rows.find((row) => row.kind === "bad")).toMatchObject({
    attemptCount: 8,
    lastError: "no line",
  });
  expect(rows.find((row) => row.kind === "bad")?.abandonedAt).not.toBeNull();
});

it("forgets a message whose transaction did not commit", async () => {
  await inTransaction(async (tx) => {
    await enqueueOutbox(tx, { kind: "good", key: "lost", payload: {} });
    throw new Error("rolled back");
  }).catch(() => undefined);
  const rows = await reader().select().from(outboxMessages);
  expect(rows.some((row) => row.key === "lost")).toBe(false);
});
