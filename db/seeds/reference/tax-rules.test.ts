import Database from "better-sqlite3";
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { TAX_RULES, TAX_THRESHOLDS } from "./tax-rules";

const FOLDER = new URL("../../migrations/", import.meta.url);

/** Runs the migrations one after the other; `before` is done in front of the one named so. */
function migrate(name: string, before: (database: Database.Database) => void): Database.Database {
  const database = new Database(":memory:");
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".sql"));
  for (const file of files.toSorted()) {
    if (file === name) before(database);
    database.exec(readFileSync(new URL(file, FOLDER), "utf8"));
  }
  return database;
}

const rules =
  "select tax_class, effective_on, vat_bps, pit_bps, legal_basis from tax_rules order by id";
const thresholds = "select effective_on, threshold_vnd, legal_basis from tax_thresholds";

it("an installation from before there were tax rules gets those of a new one", () => {
  const database = migrate("0029_tax.sql", (old) =>
    old.exec(
      "insert into commission_rules (id, effective_on, rate_bps) values ('cmr', '2026-01-01', 300)",
    ),
  );
  expect(database.prepare(rules).raw().all()).toEqual(
    TAX_RULES.map((rule) => [
      rule.taxClass,
      rule.effectiveOn,
      rule.vatBps,
      rule.pitBps,
      rule.legalBasis,
    ]),
  );
  expect(database.prepare(thresholds).raw().all()).toEqual(
    TAX_THRESHOLDS.map((rule) => [rule.effectiveOn, rule.thresholdVnd, rule.legalBasis]),
  );
});

it("a new database gets none before its reference data", () => {
  const database = migrate("", () => undefined);
  expect(database.prepare(rules).all()).toEqual([]);
  expect(database.prepare(thresholds).all()).toEqual([]);
});
