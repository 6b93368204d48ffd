import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrateDatabase } from "./migrate";
import { migrationsFolder, migrateUntilBefore } from "./test-migrations";

let folder: string;
let database: InstanceType<typeof Database>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cho-phien-certificates-"));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

it("frees the products of certificates that were taken away, and of no others", () => {
  const file = join(folder, "shop.sqlite");
  migrateUntilBefore(file, "removed_certificates");
  database = new Database(file);
  database.exec(`
    INSERT INTO provinces (code, name, name_folded) VALUES ('08', 'Tỉnh mẫu', 'tinh mau');
    INSERT INTO communes (code, name, name_folded, province_code) VALUES ('1', 'Xã mẫu', 'xa mau', '08');
    INSERT INTO households (id, slug, name, kind, contact_name, phone, commune_code, address_line, status, created_at) VALUES
      ('hh_a', 'a', 'A', 'household', 'A', '0900000638', '1', 'A', 'approved', 1);
    INSERT INTO products (id, household_id, slug, name, description, ocop_set, pack_label, content_quantity, content_unit, weight_grams, price_vnd, status, search_id, created_at) VALUES
      ('prd_a', 'hh_a', 'a', 'A', 'A', 1, 'chai', 500, 'ml', 500, 1000, 'draft', 1, 1),
      ('prd_b', 'hh_a', 'b', 'B', 'B', 1, 'chai', 500, 'ml', 500, 1000, 'draft', 2, 1);
    INSERT INTO certificates (id, household_id, stars, decision_number, issuer_level, issuer_name, issued_on, expires_on, status, created_at, removed_at) VALUES
      ('crt_away', 'hh_a', 3, '1', 'province', 'UBND', '2026-01-01', '2029-01-01', 'draft', 1, 2),
      ('crt_kept', 'hh_a', 3, '2', 'province', 'UBND', '2026-01-01', '2029-01-01', 'draft', 1, NULL);
    INSERT INTO certificate_products (certificate_id, product_id) VALUES
      ('crt_away', 'prd_a'), ('crt_away', 'prd_b'), ('crt_kept', 'prd_a');
  `);
  migrateDatabase(file, migrationsFolder);
  const named = database.prepare("SELECT * FROM certificate_products").all();
  expect(named).toEqual([{ certificate_id: "crt_kept", product_id: "prd_a" }]);
  expect(database.prepare("SELECT count(*) FROM certificates").pluck().get()).toBe(2);
});
