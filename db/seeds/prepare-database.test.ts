import Database from "better-sqlite3";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startOfDate } from "../../app/platform/period";
import { openConnection } from "../connect";
import { migrateDatabase } from "../migrate";
import type { DemoInput } from "./demo/seed-demo";
import { createDatabase, prepareDatabase, stateOfFile } from "./prepare-database";
import { seedReference } from "./reference/seed-reference";
import { keepEdition } from "../../app/domain/statistics/keep-edition.server";
import { snapshotOf } from "../../app/domain/statistics/take-snapshot.server";

const migrationsFolder = join(process.cwd(), "db/migrations");
const DEAD_PROCESS = 2 ** 22 + 1; // above the largest id that Linux gives

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cho-phien-prepare-"));
  file = join(folder, "data", "shop.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const demo: DemoInput = {
  provinceCode: "08",
  orderCount: 20,
  now: startOfDate("2026-11-22"),
  seal: () => "s1.00000000.sample",
  periods: { snapshotOf, keepEdition },
};
const target = (changes: { demo?: DemoInput | null } = {}) => ({
  file,
  migrationsFolder,
  demo,
  report: () => undefined,
  ...changes,
});
const filesThere = () => readdirSync(join(folder, "data")).toSorted();
const countOf = (table: string) => {
  const database = new Database(file, { readonly: true });
  const count = database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  database.close();
  return count;
};

describe("preparing a database", () => {
  it("makes one that is whole, with nothing beside it, and leaves it alone the next time", async () => {
    expect(stateOfFile(file)).toBe("empty");
    expect(await prepareDatabase(target())).toBe("empty");
    expect(filesThere()).toEqual(["shop.sqlite"]);
    expect(stateOfFile(file)).toBe("demo");
    const before = readFileSync(file);
    expect(await prepareDatabase(target())).toBe("demo");
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("makes one without samples", async () => {
    await prepareDatabase(target({ demo: null }));
    expect(stateOfFile(file)).toBe("reference");
    expect(countOf("communes")).toBe(3321);
    expect(countOf("users")).toBe(0);
  });

  it("puts nothing there when it is stopped on the way", async () => {
    const onProgress = (done: number) => {
      if (done > 0.5) throw new Error("stopped");
    };
    await expect(prepareDatabase(target({ demo: { ...demo, onProgress } }))).rejects.toThrow(
      "stopped",
    );
    expect(filesThere()).toEqual([]);
  });

  it("clears away what killed processes left, and nothing of one that is at work", async () => {
    mkdirSync(join(folder, "data"));
    const left = [`shop.sqlite.${DEAD_PROCESS}.new`, `shop.sqlite.${DEAD_PROCESS}.new-wal`];
    const kept = [`shop.sqlite.${process.ppid}.new`, "shop.sqlite.notes", "other.new"];
    for (const name of [...left, ...kept]) writeFileSync(join(folder, "data", name), "half");
    await prepareDatabase(target());
    expect(filesThere()).toEqual([...kept, "shop.sqlite"].toSorted());
  });

  it("begins anew over a file that was half seeded or is empty, not over one that is in use", async () => {
    migrateDatabase(file, migrationsFolder);
    expect(await prepareDatabase(target({ demo: null }))).toBe("empty");
    const database = new Database(file);
    database.pragma("user_version = 2");
    database.close();
    expect(await prepareDatabase(target())).toBe("unfinished");
    expect(countOf("orders")).toBe(20);
  });

  it("takes a file with places and an unknown mark for one that is in use", async () => {
    await createDatabase(target());
    for (const version of [0, 99]) {
      const database = new Database(file);
      database.pragma(`user_version = ${version}`);
      database.close();
      expect(await prepareDatabase(target({ demo: null }))).toBe("reference");
      expect(countOf("orders")).toBe(20);
    }
  });
});

describe("throwing a database away", () => {
  it("refuses while somebody has it open, and leaves it as it was", async () => {
    await createDatabase(target());
    const server = openConnection(file);
    server.reader.prepare("SELECT count(*) FROM users").get();
    await expect(createDatabase(target({ demo: null }))).rejects.toThrow(
      "is in use: stop the server",
    );
    expect(server.reader.prepare("SELECT count(*) FROM orders").pluck().get()).toBe(20);
    server.close();
    await createDatabase(target({ demo: null }));
    expect(filesThere()).toEqual(["shop.sqlite"]);
    expect(countOf("orders")).toBe(0);
  });

  it("replaces a file that is no database, when told to; else says so", async () => {
    mkdirSync(join(folder, "data"));
    writeFileSync(file, "this is no database, only a text that somebody put here\n".repeat(50));
    await expect(prepareDatabase(target())).rejects.toThrow("is not a database");
    await createDatabase(target({ demo: null }));
    expect(stateOfFile(file)).toBe("reference");
  });
});

describe("a database of this program", () => {
  it("keeps its mark through a migration", async () => {
    await createDatabase(target({ demo: null }));
    migrateDatabase(file, migrationsFolder);
    expect(stateOfFile(file)).toBe("reference");
    const connection = openConnection(file);
    expect(await seedReference(connection, () => undefined)).toBeNull();
    connection.close();
    expect(existsSync(file)).toBe(true);
  });
});
