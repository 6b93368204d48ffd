import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinces } from "~db/schema/places";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { eq } from "drizzle-orm";
import { databaseFile, inTransaction, noticeForeignCommits, reader } from "./db.server";
import { fail } from "./result";
import {
  isCurrent,
  recordReads,
  tablesReadBy,
  tableWrittenBy,
  type Snapshot,
} from "./table-versions.server";
import { openTestDatabase } from "./test-database.server";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase();
  noticeForeignCommits();
});
afterAll(() => close());

let number = 0;
function addProvince() {
  number += 1;
  const code = String(number).padStart(2, "0");
  return inTransaction(async (tx) => {
    await tx.insert(provinces).values({ code, name: `Tỉnh ${code}`, nameFolded: code });
  });
}

async function snapshotOf(work: () => Promise<unknown>): Promise<Snapshot> {
  return (await recordReads(work)).snapshot;
}

const readProvinces = () => reader().select().from(provinces).limit(1);
const readCommunes = () =>
  reader()
    .select()
    .from(communes)
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .limit(1);

describe("what was read", () => {
  it("is current until one of its tables is written", async () => {
    const direct = await snapshotOf(readProvinces);
    const joined = await snapshotOf(readCommunes);
    const other = await snapshotOf(() => reader().$count(households));
    expect([...other.tables]).toEqual(["households"]);
    expect([direct, joined, other].map(isCurrent)).toEqual([true, true, true]);
    await addProvince();
    expect([direct, joined, other].map(isCurrent)).toEqual([false, false, true]);
    expect(isCurrent(await snapshotOf(readProvinces))).toBe(true);
  });

  it("is not current when it was written while it was being read", async () => {
    const snapshot = await snapshotOf(async () => {
      await readProvinces();
      await addProvince();
    });
    expect(isCurrent(snapshot)).toBe(false);
    const before = await snapshotOf(async () => {
      await addProvince();
      await readProvinces();
    });
    expect(isCurrent(before)).toBe(false); // cautious: it does not know when it was read
  });

  it("stays current through a write that came to nothing", async () => {
    const snapshot = await snapshotOf(readProvinces);
    const write = async (end: () => unknown) =>
      inTransaction(async (tx) => {
        await tx.insert(provinces).values({ code: "99", name: "x", nameFolded: "x" });
        return end();
      });
    expect(await write(() => fail("not_today"))).toMatchObject({ ok: false });
    await expect(
      write(() => {
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(isCurrent(snapshot)).toBe(true);
  });

  it("is kept apart for two who read at the same time", async () => {
    const [one, two] = await Promise.all([
      snapshotOf(readProvinces),
      snapshotOf(() => reader().$count(households)),
    ]);
    expect([...one.tables]).toEqual(["provinces"]);
    expect([...two.tables]).toEqual(["households"]);
  });

  it("is not current after another process has written anything", async () => {
    const snapshot = await snapshotOf(() => reader().$count(households));
    noticeForeignCommits();
    expect(isCurrent(snapshot)).toBe(true);
    const other = new Database(databaseFile());
    other.exec("INSERT INTO banks VALUES ('970400', 'TEST')");
    other.close();
    noticeForeignCommits();
    expect(isCurrent(snapshot)).toBe(false);
  });
});

describe("the text of a statement", () => {
  it.each([
    ['insert into "orders" ("id") values (?)', "orders"],
    ['update "products" set "x" = (select 1 from "lots")', "products"],
    ['delete from "sessions" where 1', "sessions"],
    ['select "id" from "orders"', null],
  ])("%s", (sql, table) => {
    expect(tableWrittenBy(sql)).toBe(table);
  });

  it("names every table that it reads", () => {
    expect(
      tablesReadBy(
        'select 1 from "a" inner join "b" on 1 left join "c" on 1 where x in (select "id" from "d") and y in (select 1 from "a")',
      ),
    ).toEqual(["a", "b", "c", "d"]);
  });
});
