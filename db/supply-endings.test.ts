import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { migrateDatabase } from "./migrate";
import { migrationsFolder, migrateUntilBefore } from "./test-migrations";

let folder: string;
let database: InstanceType<typeof Database>;

/** What there was before matches had an end: one of each kind, in two households of which one is suspended. */
const BEFORE = `
  INSERT INTO users (id, phone, role, full_name, password_hash, created_at) VALUES
    ('usr_o', '0900000001', 'department_officer', 'A', '', 1), ('usr_m', '0900000002', 'household_member', 'B', '', 1),
    ('usr_h', '0900000003', 'agent', 'C', '', 1);
  INSERT INTO provinces (code, name, name_folded) VALUES ('08', 'Tỉnh mẫu', 'tinh mau');
  INSERT INTO communes (code, name, name_folded, province_code) VALUES ('1', 'Xã mẫu', 'xa mau', '08');
  INSERT INTO households (id, slug, name, kind, contact_name, phone, commune_code, address_line, status, created_at) VALUES
    ('hh_a', 'a', 'A', 'household', 'A', '0900000002', '1', 'A', 'approved', 1),
    ('hh_s', 's', 'S', 'household', 'S', '0900000004', '1', 'S', 'suspended', 1);
  INSERT INTO household_members VALUES ('hh_a', 'usr_m');
  INSERT INTO household_events (id, household_id, to_status, occurred_at) VALUES ('e1', 'hh_s', 'suspended', 50), ('e2', 'hh_s', 'suspended', 70);
  INSERT INTO supply_declarations (id, household_id, produce_name, produce_key, quantity_kg, from_on, to_on, note, declared_at, declared_by_id, withdrawn_at) VALUES
    ('d', 'hh_a', 'Cam', 'cam', 900, '2027-01-01', '2027-01-02', '', 1, 'usr_m', NULL),
    ('d_back', 'hh_a', 'Cam', 'cam', 900, '2027-01-01', '2027-01-02', '', 1, 'usr_m', 60),
    ('d_susp', 'hh_s', 'Cam', 'cam', 900, '2027-01-01', '2027-01-02', '', 1, 'usr_m', NULL);
  INSERT INTO supply_demands (id, buyer_name, contact, produce_name, produce_key, quantity_kg, from_on, to_on, note, noted_at, noted_by_id, confirmed_at, closed_at) VALUES
    ('w', 'Chợ', '', 'Cam', 'cam', 900, '2027-01-01', '2027-01-02', '', 1, 'usr_o', 1, NULL),
    ('w_closed', 'Chợ', '', 'Cam', 'cam', 900, '2027-01-01', '2027-01-02', '', 1, 'usr_o', 1, 65);
  INSERT INTO supply_cases (id, produce_name, produce_key, from_on, to_on, over_kg, handler_id, opened_at) VALUES
    ('c', 'Cam', 'cam', '2026-12-28', '2027-01-03', 0, 'usr_o', 10);
  INSERT INTO supply_matches (id, case_id, declaration_id, demand_id, quantity_kg, matched_at, matched_by_id, sold_kg, result_words, result_at, result_by_id) VALUES
    ('open', 'c', 'd', 'w', 100, 20, 'usr_o', NULL, NULL, NULL, NULL),
    ('known', 'c', 'd_back', 'w_closed', 100, 20, 'usr_o', 80, 'Đủ', 30, 'usr_m'),
    ('back', 'c', 'd_back', 'w_closed', 100, 20, 'usr_o', NULL, NULL, NULL, NULL),
    ('closed', 'c', 'd', 'w_closed', 100, 20, 'usr_o', NULL, NULL, NULL, NULL),
    ('susp', 'c', 'd_susp', 'w', 100, 20, 'usr_o', NULL, NULL, NULL, NULL);
  DELETE FROM notice_feed;
`;
let migratedAfter: number;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cho-phien-endings-"));
  const file = join(folder, "shop.sqlite");
  migrateUntilBefore(file, "supply_endings");
  database = new Database(file);
  database.exec(BEFORE);
  migratedAfter = Date.now();
  migrateDatabase(file, migrationsFolder);
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => database.exec("BEGIN"));
afterEach(() => database.exec("ROLLBACK"));

const told = () => database.prepare("SELECT event_id FROM notice_feed").pluck().all();

it("ends what had come to nothing when it did, and calls nothing of before news", () => {
  const matches = database
    .prepare("SELECT id, ended_at, ended_by, sold_kg FROM supply_matches ORDER BY id")
    .raw()
    .all();
  expect(matches).toEqual([
    ["back", 60, "household", null],
    ["closed", 65, "buyer", null],
    ["known", null, null, 80],
    ["open", null, null, null],
    ["susp", 70, "suspension", null],
  ]);
  const seenAt = database.prepare("SELECT seen_at FROM supply_cases").pluck().get();
  expect(seenAt).toBeGreaterThanOrEqual(migratedAfter - 1);
  expect(seenAt).toBeLessThanOrEqual(Date.now());
  expect(told()).toEqual([]);
});

it.each([
  ["household", "usr_m", []],
  ["household", "usr_h", ["ended:open"]], // its helper took the harvest back
  ["suspension", "usr_o", []],
  ["buyer", "usr_o", ["ended:open"]],
  ["officer", "usr_o", ["ended:open"]],
])("puts an end by %s, of %s, on the feed as %j, and lets it stand", (by, byId, events) => {
  const end = database.prepare(
    "UPDATE supply_matches SET ended_at = ?, ended_by = ?, ended_by_id = ? WHERE id = 'open'",
  );
  end.run(99, by, byId);
  expect(told()).toEqual(events);
  expect(() => end.run(100, by, byId)).toThrow("what was matched stands");
  expect(() => database.exec("DELETE FROM supply_matches")).toThrow("what was matched stands");
});
