import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { migrateDatabase } from "./migrate";
import { migrationsFolder, migrateUntilBefore } from "./test-migrations";

it("makes the figures by seller anew from the orders there are, and freezes where their sellers are", () => {
  const folder = mkdtempSync(join(tmpdir(), "cho-phien-sellers-"));
  const file = join(folder, "shop.sqlite");
  migrateUntilBefore(file, "sales_by_seller");
  const database = new Database(file);
  database.exec(`
    INSERT INTO provinces (code, name, name_folded) VALUES ('08', 'Tỉnh mẫu', 'tinh mau');
    INSERT INTO communes (code, name, name_folded, province_code) VALUES ('1', 'Xã mẫu', 'xa mau', '08');
    INSERT INTO households (id, slug, name, kind, contact_name, phone, commune_code, address_line, status, created_at) VALUES
      ('hh_a', 'a', 'A', 'household', 'A', '0900000638', '1', 'A', 'approved', 1);
    INSERT INTO products (id, household_id, slug, name, description, ocop_set, pack_label, content_quantity, content_unit, weight_grams, price_vnd, status, search_id, created_at) VALUES
      ('p', 'hh_a', 'p', 'P', '', 4, 'gói', 1, 'g', 1, 500, 'published', 1, 1);
  `);
  const order = (id: string, method: string, cashVnd: number) =>
    database.exec(`
      INSERT INTO checkouts (id, code, submission_key, buyer_name, buyer_phone, commune_code, address_line, language,
        method, channel, status, items_vnd, shipping_vnd, total_vnd, placed_at)
      VALUES ('c${id}', '${id}', '${id}', 'B', '0900000639', '1', 'A', 'vi', '${method}', 'web', 'accepted', 1000, 50, 1050, 1);
      INSERT INTO orders (id, code, checkout_id, household_id, status, items_vnd, shipping_vnd, total_vnd, commission_vnd,
        cash_vnd, placed_at, delivered_at, delivered_on)
      VALUES ('${id}', '${id}', 'c${id}', 'hh_a', 'delivered', 1000, 50, 1050, 0, ${cashVnd}, 1, 1, '2026-10-31');
      INSERT INTO line_items (id, order_id, product_id, product_name, pack_label, ocop_set, stars, quantity,
        unit_price_vnd, total_vnd, commission_bps, commission_vnd)
      VALUES ('l${id}', '${id}', 'p', 'P', 'gói', 4, 3, 2, 500, 1000, 0, 0);
    `);
  order("one", "vietqr", 0);
  order("two", "cod", 0); // paid at the door, by QR
  database.exec(`
    INSERT INTO return_requests (id, code, order_id, status, reason, note, opened_at, refund_vnd, shipping_vnd, refunded_on)
    VALUES ('r', 'r', 'one', 'refunded', 'damaged', '', 1, 510, 10, '2026-11-02');
    INSERT INTO return_lines (id, return_request_id, line_item_id, asked_count, refunded_count, refund_vnd)
    VALUES ('rl', 'r', 'lone', 1, 1, 500);
  `);
  database.close();
  migrateDatabase(file, migrationsFolder);
  const migrated = new Database(file);
  const rows = (sql: string) => migrated.prepare(sql).raw().all();
  const sales =
    "SELECT month, household_id, commune_code, method, items_vnd, item_count, returned_vnd, returned_count FROM monthly_sales ORDER BY month, method";
  expect(rows(sales)).toEqual([
    ["2026-10", "hh_a", "1", "vietqr", 1000, 2, 0, 0],
    ["2026-10", "hh_a", "1", "vietqr_on_delivery", 1000, 2, 0, 0],
    ["2026-11", "hh_a", "1", "vietqr", 0, 0, 500, 1],
  ]);
  const sellers =
    "SELECT month, method, order_count, items_vnd, shipping_vnd, returned_vnd, returned_shipping_vnd, return_count FROM monthly_sellers ORDER BY month, method";
  expect(rows(sellers)).toEqual([
    ["2026-10", "vietqr", 1, 1000, 50, 0, 0, 0],
    ["2026-10", "vietqr_on_delivery", 1, 1000, 50, 0, 0, 0],
    ["2026-11", "vietqr", 0, 0, 0, 500, 10, 1],
  ]);
  expect(rows("SELECT * FROM province_sellers")).toEqual([["2026-10", "web", 1]]);
  expect(rows("SELECT sum(items_vnd), sum(returned_vnd) FROM province_sales")).toEqual([
    [2000, 500],
  ]);
  expect(() => migrated.exec("UPDATE orders SET seller_commune_code = '2'")).toThrow(/stands/);
  migrated.close();
  rmSync(folder, { recursive: true });
});
