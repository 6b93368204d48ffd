import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrateDatabase } from "./migrate";
import { migrationsFolder, migrateUntilBefore } from "./test-migrations";

/** A request with two steps, as there was before a household could be suspended on one. */
const BEFORE = `
  INSERT INTO users (id, phone, role, full_name, password_hash, created_at) VALUES
    ('usr_o', '0900000001', 'department_officer', 'A', '', 1);
  INSERT INTO compliance_requests (id, kind, from_whom, way, paper_number, received_at, asked, term_id, answer_by, entered_at, entered_by_id, handler_id, due_at)
    SELECT 'crq_1', kind, 'B', 'letter', '', 10, 'C', id, 20, 11, 'usr_o', 'usr_o', 20 FROM request_terms WHERE kind = 'suspension';
  INSERT INTO compliance_steps (id, request_id, step, words, actor_id, occurred_at) VALUES
    ('cqs_1', 'crq_1', 'entered', '', 'usr_o', 11), ('cqs_2', 'crq_1', 'noted', 'D', 'usr_o', 12);
`;

let folder: string;
let database: Database.Database;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cho-phien-suspensions-"));
  const file = join(folder, "test.sqlite");
  migrateUntilBefore(file, "suspensions");
  const before = new Database(file);
  before.exec(BEFORE);
  before.close();
  migrateDatabase(file, migrationsFolder);
  database = new Database(file);
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

it("keeps the steps of requests, word for word", () => {
  const steps = database.prepare("SELECT id, step, words, occurred_at FROM compliance_steps");
  expect(steps.raw().all()).toEqual([
    ["cqs_1", "entered", "", 11],
    ["cqs_2", "noted", "D", 12],
  ]);
  expect(database.pragma("foreign_key_check")).toEqual([]);
});

it("takes the new steps, and still no change of what was done", () => {
  const insert = `INSERT INTO compliance_steps (id, request_id, step, words, actor_id, occurred_at) VALUES
    ('cqs_3', 'crq_1', 'suspended', '', 'usr_o', 13), ('cqs_4', 'crq_1', 'data_taken', '', 'usr_o', 14)`;
  expect(database.prepare(insert).run().changes).toBe(2);
  for (const sql of [
    "UPDATE compliance_steps SET words = 'x'",
    "DELETE FROM compliance_steps",
    "UPDATE duty_terms SET count = 1",
    "DELETE FROM duty_terms",
  ]) {
    expect(() => database.exec(sql)).toThrow("append-only");
  }
});

it("knows how long notice is and how long content is kept, each by its source", () => {
  const terms = database.prepare(
    "SELECT duty, count, unit, source <> '' FROM duty_terms ORDER BY duty",
  );
  expect(terms.raw().all()).toEqual([
    ["kept_content", 1, "years", 1],
    ["suspension_notice", 5, "days", 1],
  ]);
});

it("lets a suspension end once, and nothing else of it be changed", () => {
  database.pragma("foreign_keys = OFF");
  const values = `'hh', 'own_decision', 'R', '', 'cdt_00000000000070008000000000000001', 1, 'usr_o', 2, 'waiting'`;
  const into = `INSERT INTO household_suspensions (id, household_id, ground, reason, reference, term_id, told_at, told_by_id, effective_at, state) VALUES`;
  database.exec(`${into} ('sus_1', ${values})`);
  expect(() => database.exec(`${into} ('sus_2', ${values})`)).toThrow("UNIQUE");
  for (const sql of [
    "UPDATE household_suspensions SET effective_at = 3",
    "UPDATE household_suspensions SET reason = 'x'",
    "DELETE FROM household_suspensions",
  ]) {
    expect(() => database.exec(sql)).toThrow();
  }
  database.exec("UPDATE household_suspensions SET state = 'withdrawn', ended_at = 5");
  expect(() => database.exec("UPDATE household_suspensions SET state = 'carried_out'")).toThrow(
    "ends once",
  );
  const fed = database.prepare("SELECT event_id FROM notice_feed ORDER BY seq").pluck().all();
  expect(fed.slice(-2)).toEqual(["sus_1", "withdrawn:sus_1"]);
});
