import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { renameSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { healthMarks } from "../../db/schema/health";
import {
  databaseFile,
  inTransaction,
  isDatabaseInPlace,
  isInTransaction,
  reader,
} from "./db.server";
import { sendHttp } from "./http-client.server";
import { fail, succeed } from "./result";
import { openTestDatabase } from "./test-database.server";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase();
});
afterAll(() => close());

const marks = (name: string) =>
  reader().select().from(healthMarks).where(eq(healthMarks.name, name));
const write = (name: string) =>
  inTransaction(async (tx) => {
    await tx.insert(healthMarks).values({ name, markedAt: 1 });
    return succeed(name);
  });

describe("inTransaction", () => {
  it("commits a value", async () => {
    await write("committed");
    expect(await marks("committed")).toHaveLength(1);
  });

  it("rolls back a failed result, and answers it", async () => {
    const result = await inTransaction(async (tx) => {
      await tx.insert(healthMarks).values({ name: "failed", markedAt: 1 });
      return fail("not_today");
    });
    expect(result).toEqual({ ok: false, code: "not_today" });
    expect(await marks("failed")).toHaveLength(0);
  });

  it("rolls back a throw, and the next one works", async () => {
    await expect(
      inTransaction(async (tx) => {
        await tx.insert(healthMarks).values({ name: "thrown", markedAt: 1 });
        throw new Error("bug");
      }),
    ).rejects.toThrow("bug");
    expect(await marks("thrown")).toHaveLength(0);
    await write("after");
    expect(await marks("after")).toHaveLength(1);
  });

  it("runs one after another, in order", async () => {
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3].map((turn) =>
        inTransaction(async () => {
          order.push(turn);
          await new Promise((resolve) => setTimeout(resolve, 5));
          order.push(-turn);
        }),
      ),
    );
    expect(order).toEqual([1, -1, 2, -2, 3, -3]);
  });

  it("refuses to nest, and refuses the network inside", async () => {
    await inTransaction(async () => {
      expect(isInTransaction()).toBe(true);
      await expect(inTransaction(async () => undefined)).rejects.toThrow("inside a transaction");
      await expect(sendHttp({ method: "GET", url: "http://127.0.0.1:9/" })).rejects.toThrow(
        "network inside a transaction",
      );
    });
    expect(isInTransaction()).toBe(false);
  });

  it("gives readers a connection that cannot write", async () => {
    // The type has no insert; the engine refuses even those who go around the type.
    const around = reader() as unknown as Parameters<Parameters<typeof inTransaction>[0]>[0];
    await expect(
      (async () => around.insert(healthMarks).values({ name: "reader", markedAt: 1 }))(),
    ).rejects.toThrow(/readonly/);
  });
});

describe("two processes on one file", () => {
  it("waits for the other's write lock without holding readers up", async () => {
    const other = new Database(databaseFile());
    other.exec("BEGIN IMMEDIATE");
    const writing = write("after the other");
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await marks("after the other")).toHaveLength(0); // a read goes through meanwhile
    other.exec("COMMIT");
    other.close();
    await writing;
    expect(await marks("after the other")).toHaveLength(1);
  });

  it("gives up when the other keeps the lock, for all who wait at once and not one after another", async () => {
    const other = new Database(databaseFile());
    other.exec("BEGIN IMMEDIATE");
    const names = Array.from({ length: 15 }, (_, i) => `given up ${i}`);
    // One after another they would take longer than a test may.
    const waiting = await Promise.allSettled(names.map(write));
    other.exec("ROLLBACK");
    other.close();
    for (const outcome of waiting) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { name: "DatabaseBusyError" } });
    }
    await write("after giving up");
    expect(await marks("after giving up")).toHaveLength(1);
    expect(await marks("given up 0")).toHaveLength(0);
  });

  it("knows when the file was taken away", () => {
    expect(isDatabaseInPlace()).toBe(true);
    renameSync(databaseFile(), `${databaseFile()}.away`);
    expect(isDatabaseInPlace()).toBe(false);
    renameSync(`${databaseFile()}.away`, databaseFile());
    expect(isDatabaseInPlace()).toBe(true);
  });
});
