import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrateDatabase } from "./migrate";
import { migrationsFolder, migrateUntilBefore } from "./test-migrations";

let folder: string;
let file: string;
let database: InstanceType<typeof Database>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cho-phien-days-"));
  file = join(folder, "shop.sqlite");
  migrateUntilBefore(file, "whole_days");
  database = new Database(file);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

it("lets a consent by digits hold to the end of its day, and moves none that ended with one", () => {
  const at = (text: string) => Date.parse(`${text}+07:00`);
  database.exec(`
    INSERT INTO users (id, phone, role, full_name, password_hash, created_at) VALUES ('usr_h', '0900000639', 'agent', 'C', '', 1);
    INSERT INTO provinces (code, name, name_folded) VALUES ('08', 'Tỉnh mẫu', 'tinh mau');
    INSERT INTO communes (code, name, name_folded, province_code) VALUES ('1', 'Xã mẫu', 'xa mau', '08');
    INSERT INTO households (id, slug, name, kind, contact_name, phone, commune_code, address_line, status, created_at) VALUES
      ('hh_a', 'a', 'A', 'household', 'A', '0900000638', '1', 'A', 'approved', 1);
  `);
  const insert = database.prepare(
    `INSERT INTO delegations (id, code, household_id, agent_id, powers, days, terms_version, way, code_id, sheet_photo_id, signed_on, asked_at, consented_at, expires_at, is_sample)
     VALUES (@id, @id, 'hh_a', 'usr_h', '[]', 90, 1, @way, 'c', 's', '2026-01-01', 1, @given, @until, false)`,
  );
  const given = 1;
  insert.run({ id: "evening", way: "code", given, until: at("2027-02-26T21:00:50") });
  insert.run({ id: "midnight", way: "code", given, until: at("2027-02-27T00:00:00") });
  insert.run({ id: "first", way: "code", given, until: at("2027-02-26T00:00:00.001") });
  insert.run({ id: "asked", way: "code", given: null, until: null });
  insert.run({ id: "sheet", way: "sheet", given, until: at("2027-02-26T21:00:50") });
  migrateDatabase(file, migrationsFolder);
  const rows = database.prepare("SELECT id, expires_at FROM delegations").raw().all();
  const end = at("2027-02-27T00:00:00");
  expect(new Map(rows as [string, number | null][])).toEqual(
    new Map([
      ["evening", end],
      ["midnight", end],
      ["first", end],
      ["asked", null],
      ["sheet", at("2027-02-26T21:00:50")],
    ]),
  );
});

it("says of the tax code who has to give it and when, unless the department has worded it", () => {
  const hints = () =>
    database
      .prepare("SELECT hint_vi || hint_en FROM joining_items WHERE id = 'jit_tax_code'")
      .pluck()
      .get();
  database.exec("UPDATE joining_items SET hint_vi = 'Theo Sở.' WHERE id = 'jit_tax_code'");
  const own = hints();
  migrateDatabase(file, migrationsFolder);
  expect(hints()).toBe(own);

  const fresh = join(folder, "fresh.sqlite");
  migrateDatabase(fresh, migrationsFolder);
  database.close();
  database = new Database(fresh);
  expect(hints()).toContain("01/01/2027");
  expect(hints()).toContain("1 January 2027");
  expect(hints()).not.toContain("phải cho người mua biết");
});
