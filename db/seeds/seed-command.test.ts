import Database from "better-sqlite3";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startOfDate } from "../../app/platform/period";
import { createProgressOutput } from "./progress-output";
import { runSeedCommand, type SeedEnvironment } from "./seed-command";
import { keepEdition } from "../../app/domain/statistics/keep-edition.server";
import { snapshotOf } from "../../app/domain/statistics/take-snapshot.server";

let folder: string;
let environment: SeedEnvironment;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cho-phien-seed-"));
  environment = {
    file: join(folder, "shop.sqlite"),
    migrationsFolder: join(process.cwd(), "db/migrations"),
    provinceCode: "08",
    isProduction: false,
    seal: () => "s1.00000000.sample",
    periods: { snapshotOf, keepEdition },
    now: () => startOfDate("2026-11-22"),
  };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: string, changes: Partial<SeedEnvironment> = {}) {
  const written = { standard: "", error: "" };
  const outputOf = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: false,
  });
  const args = command === "" ? [] : command.split(" ");
  const code = await runSeedCommand(
    args,
    { ...environment, ...changes },
    {
      standard: outputOf("standard"),
      error: outputOf("error"),
    },
  );
  return { code, ...written };
}

const countOrders = () => {
  const database = new Database(environment.file, { readonly: true });
  const count = database.prepare("SELECT count(*) FROM orders").pluck().get();
  database.close();
  return count;
};

describe("npm run seed", () => {
  it("says what it can do", async () => {
    const { code, standard } = await run("--help");
    expect(code).toBe(0);
    for (const option of ["--province", "--orders", "--products", "--fresh", "--communes"]) {
      expect(standard).toContain(option);
    }
    expect(existsSync(environment.file)).toBe(false);
  });

  it("fills a new database, and says how far it is and how to sign in", async () => {
    const { code, standard, error } = await run("--orders 40");
    expect([code, error]).toEqual([0, ""]);
    expect(standard).toContain("3321 communes");
    expect(standard).toMatch(/^Sample data 0 %\n(Sample data \d0 %\n)*Sample data 100 %\n/m);
    expect(standard).toContain("0900000004 (department_officer)");
    expect(standard).toContain("cho-phien-demo");
    expect(countOrders()).toBe(40);
  });

  it("does not touch a database with data unless told to", async () => {
    await run("--orders 40");
    const again = await run("--orders 5");
    expect(again.code).toBe(1);
    expect(again.error).toContain("holds data already: --fresh");
    expect(countOrders()).toBe(40);
    const fresh = await run("--orders 5 --fresh --province 51");
    expect(fresh.code).toBe(0);
    expect(fresh.standard).toContain("Start the server with PROVINCE=51.");
    expect(countOrders()).toBe(5);
  });

  it.each([
    ["--orders 1e9", '--orders takes a whole number from 0 to 5000000, not "1e9"'],
    ["--orders 1000000000", "--orders takes a whole number from 0 to 5000000"],
    ["--orders -5", '--orders takes a whole number from 0 to 5000000, not "-5"'],
    ["--orders 1.5", "--orders takes a whole number"],
    ["--orders=", "--orders takes a whole number"],
    ["--products 1000001", "--products takes a whole number from 0 to 1000000"],
    ["--province 99", 'the provinces 08, 51, 82, 86 and not for "99"'],
    ["--province 8", 'and not for "8"'],
    ["--bogus", "--bogus"],
    ["--orders", "--orders"],
    ["please", "please"],
    ["--communes list.csv --fresh", "--communes goes with no other option"],
  ])("was called wrongly with %s", async (command, message) => {
    const { code, error } = await run(command);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(error).toContain("--help lists the options");
    expect(existsSync(environment.file)).toBe(false);
  });

  it("asks for a province when the installation's has no samples", async () => {
    const { code, error } = await run("", { provinceCode: "01" });
    expect(code).toBe(2);
    expect(error).toContain("choose with --province");
  });

  it("puts no samples into production", async () => {
    const { code, error } = await run("--orders 5", { isProduction: true });
    expect(code).toBe(1);
    expect(error).toContain("APP_MODE is production");
    expect(existsSync(environment.file)).toBe(false);
  });
});

describe("npm run seed -- --communes", () => {
  const list = () => join(folder, "list.csv");
  const header = "province_code,province_name,commune_code,commune_name,kind\n";

  it("needs a database and a file that can be read", async () => {
    expect(await run(`--communes ${list()}`)).toMatchObject({ code: 1 });
    await run("--orders 0");
    const { code, error } = await run(`--communes ${list()}`);
    expect([code, error]).toEqual([1, `${list()} cannot be read.\n`]);
    expect((await run(`--communes ${folder}`)).error).toContain("is not a file");
  });

  it("takes over a list, in production too, or says which line is wrong", async () => {
    await run("--orders 0");
    writeFileSync(list(), `${header}08,Tỉnh Tuyên Quang,715,Xã Lũng Cú,Xã\n`);
    const wrong = await run(`--communes ${list()}`, { isProduction: true });
    expect(wrong.code).toBe(1);
    expect(wrong.error).toMatch(/^Nothing was imported\.\nline 2: commune_code/);

    const database = new Database(environment.file, { readonly: true });
    const lines = database
      .prepare<[], string>(
        `SELECT p.code || ',' || p.name || ',' || c.code || ',' || c.name || ',' ||
           CASE WHEN c.name LIKE 'Đặc khu%' THEN 'Đặc khu' ELSE substr(c.name, 1, instr(c.name, ' ') - 1) END
         FROM communes c JOIN provinces p ON p.code = c.province_code`,
      )
      .pluck()
      .all();
    database.close();
    writeFileSync(list(), header + [...lines, "08,Tỉnh Tuyên Quang,99001,Xã Mới,Xã"].join("\n"));
    const right = await run(`--communes ${list()}`, { isProduction: true });
    expect(right).toMatchObject({ code: 0, error: "" });
    expect(right.standard).toContain("1 added, 0 changed, 0 removed, 0 kept");
  });
});

describe("progress", () => {
  it("is a bar that moves on a terminal", () => {
    let text = "";
    const show = createProgressOutput(
      { write: (part) => (text += part), isTerminal: true },
      "Seed",
    );
    for (const done of [0, 0.001, 0.5, 1, 2]) show(done);
    expect(text.split("\r").slice(1)).toEqual([
      `Seed ${"░".repeat(30)} 0 %`,
      `Seed ${"█".repeat(15)}${"░".repeat(15)} 50 %`,
      `Seed ${"█".repeat(30)} 100 %\n`,
    ]);
  });
});
