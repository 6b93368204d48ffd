import { eq } from "drizzle-orm";
import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { communes } from "../../db/schema/places";
import { healthMarks } from "../../db/schema/health";
import type { Connection } from "../../db/connect";
import { databaseFile, inTransaction, reader, useDatabaseFile } from "./db.server";
import { fail } from "./result";
import { isCurrent, recordReads } from "./table-versions.server";
import { openTestDatabase } from "./test-database.server";

let close: () => void;
let writer: Connection["writer"];
beforeAll(() => {
  close = openTestDatabase();
  writer = useDatabaseFile(databaseFile()).writer;
});
afterAll(() => close());
// As on a machine so fast that a group's few milliseconds are never over.
beforeEach(() => vi.spyOn(performance, "now").mockReturnValue(1_000));
afterEach(() => vi.restoreAllMocks());

/** What another connection sees, so: what is on the disk. */
const isThere = async (name: string) =>
  (await reader().select().from(healthMarks).where(eq(healthMarks.name, name)).limit(1)).length > 0;

const write = (name: string, end: () => unknown = () => name) =>
  inTransaction(async (tx) => {
    await tx.insert(healthMarks).values({ name, markedAt: 1 });
    return end();
  });
const bug = () => {
  throw new Error("bug");
};

describe("transactions that wait at the same time", () => {
  it("share one COMMIT, and nobody is answered before it", async () => {
    const answered: string[] = [];
    const seen: [answered: number, isFirstThere: boolean][] = [];
    const writing = ["a", "b", "c"].map(async (name) => {
      await inTransaction(async (tx) => {
        await tx.insert(healthMarks).values({ name, markedAt: 1 });
        seen.push([answered.length, await isThere("a")]);
      });
      answered.push(name);
      // An answer is true for whoever looks from elsewhere.
      expect(await isThere(name)).toBe(true);
    });
    await Promise.all(writing);
    expect(seen).toEqual([
      [0, false],
      [0, false],
      [0, false],
    ]);
    expect(answered).toEqual(["a", "b", "c"]);
  });

  it("take back their own writes alone, by a failed result or a throw", async () => {
    const [first, failed, thrown, last] = await Promise.allSettled([
      write("first"),
      write("failed", () => fail("not_today")),
      write("thrown", bug),
      write("last"),
    ]);
    expect([first, last]).toMatchObject([{ value: "first" }, { value: "last" }]);
    expect(failed).toMatchObject({ value: { ok: false, code: "not_today" } });
    expect(thrown).toMatchObject({ reason: { message: "bug" } });
    const there = ["first", "failed", "thrown", "last"].map(isThere);
    expect(await Promise.all(there)).toEqual([true, false, false, true]);
  });

  it("count as writes of what they kept, not of what was taken back", async () => {
    const { snapshot: marks } = await recordReads(() => isThere("first"));
    const { snapshot: places } = await recordReads(() => reader().$count(communes));
    await Promise.allSettled([
      write("kept"),
      inTransaction(async (tx) => {
        await tx.update(communes).set({ name: "Xã Mẫu" });
        bug();
      }),
    ]);
    expect([marks, places].map(isCurrent)).toEqual([false, true]);
  });

  it("see what those before them in the group have written", async () => {
    const [, count] = await Promise.all([
      write("before"),
      inTransaction((tx) => tx.$count(healthMarks, eq(healthMarks.name, "before"))),
    ]);
    expect(count).toBe(1);
  });

  it("do not wait for what comes after a long one", async () => {
    vi.restoreAllMocks();
    const long = inTransaction(async (tx) => {
      await tx.insert(healthMarks).values({ name: "long", markedAt: 1 });
      await setTimeout(40);
    });
    const next = inTransaction(() => isThere("long"));
    await long;
    expect(await next).toBe(true); // a COMMIT lay between them
  });

  it("let others read between them after a few milliseconds, and who comes then still joins", async () => {
    let time = 1_000;
    vi.spyOn(performance, "now").mockImplementation(() => time);
    const ends: string[] = [];
    let joining: Promise<number> | undefined;
    // What a request does whose turn of the event loop comes next; it is nobody's transaction yet.
    const page = AsyncResource.bind(() => {
      ends.push("a page is read");
      joining = inTransaction(async () => ends.push("joins"));
    });
    const first = inTransaction(async (tx) => {
      await tx.insert(healthMarks).values({ name: "first of three", markedAt: 1 });
      time += 6;
      setImmediate(page);
    });
    const second = inTransaction(async () => {
      ends.push((await isThere("first of three")) ? "after a COMMIT" : "in the same group");
      time += 6;
    });
    await first.then(() => ends.push("COMMIT"));
    await second;
    await joining;
    expect(ends).toEqual(["a page is read", "in the same group", "joins", "COMMIT"]);
  });

  it("are no more than 32 in a group", async () => {
    const committed: number[] = [];
    await Promise.all(
      Array.from({ length: 70 }, (_, i) =>
        inTransaction(async (tx) => {
          await tx.insert(healthMarks).values({ name: `crowd ${i}`, markedAt: 2 });
          committed.push(await reader().$count(healthMarks, eq(healthMarks.markedAt, 2)));
        }),
      ),
    );
    const inGroup = (count: number) => committed.filter((seen) => seen === count).length;
    expect([0, 32, 64].map(inGroup)).toEqual([32, 32, 6]);
  });

  it("work in the name of whoever asked", async () => {
    const name = new AsyncLocalStorage<string>();
    const names = ["An", "Bình"].map((who) =>
      name.run(who, () => inTransaction(async () => name.getStore())),
    );
    expect(await Promise.all(names)).toEqual(["An", "Bình"]);
  });
});

describe("a group that does not reach the disk", () => {
  it("tells everybody in it, also whom it had refused", async () => {
    const outcomes = await Promise.allSettled([
      write("lost"),
      write("refused", () => fail("not_today")),
      write("own fault", bug),
      inTransaction(async (tx) => {
        // Nothing wrong until the COMMIT.
        writer.pragma("defer_foreign_keys = ON");
        await tx
          .insert(communes)
          .values({ code: "99999", name: "Xã", nameFolded: "xa", provinceCode: "none" });
      }),
    ]);
    const commitFailed = { reason: { code: "SQLITE_CONSTRAINT_FOREIGNKEY" } };
    expect(outcomes).toMatchObject([
      commitFailed,
      commitFailed,
      { reason: { message: "bug" } },
      commitFailed,
    ]);
    expect(await isThere("lost")).toBe(false);
    await write("after it");
    expect(await isThere("after it")).toBe(true);
  });

  it("is lost whole when the engine takes everything back in its midst, as on a full disk", async () => {
    writer.exec(`create temp trigger full before insert on main.health_marks
      when new.name = 'too much' begin select raise(rollback, 'disk full'); end`);
    const outcomes = await Promise.allSettled([
      write("fits"),
      write("too much"),
      write("in the next group"),
    ]);
    writer.exec("drop trigger full");
    expect(outcomes).toMatchObject([
      { status: "rejected" },
      { reason: { message: "disk full" } },
      { value: "in the next group" },
    ]);
    const there = ["fits", "too much", "in the next group"].map(isThere);
    expect(await Promise.all(there)).toEqual([false, false, true]);
  });
});
