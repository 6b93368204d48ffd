import { createHash } from "node:crypto";
import { copyFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, databaseFile, useDatabaseFile } from "../../../app/platform/db.server";
import { HOUR_MS, startOfDate } from "../../../app/platform/period";
import { openTestDatabase } from "../../../app/platform/test-database.server";
import { seedReference } from "../reference/seed-reference";
import { SeedError, seedStateOf } from "../seed-state";
import { seedDemo, type DemoInput } from "./seed-demo";
import { keepEdition } from "../../../app/domain/statistics/keep-edition.server";
import { snapshotOf } from "../../../app/domain/statistics/take-snapshot.server";

/** A real seal is another each time. */
const periods = { snapshotOf, keepEdition };
const seal = (text: string, owner: string) => `s1.00000000.${owner}.${text}`;
let close: () => void;
let places: string;
let number = 0;

// The places are read once; each test begins with a copy of the file.
beforeAll(async () => {
  close = openTestDatabase();
  places = databaseFile();
  await seedReference(useDatabaseFile(places), () => undefined);
  closeDatabase();
});
afterAll(() => close());

function openPlaces() {
  number += 1;
  const file = `${places}.${number}`;
  copyFileSync(places, file);
  const connection = useDatabaseFile(file);
  connection.writer.pragma("synchronous = OFF");
  return connection;
}

async function openSeeded(input: Partial<DemoInput>) {
  const connection = openPlaces();
  const midday = startOfDate("2026-11-22") + 12 * HOUR_MS;
  await seedDemo(connection, {
    provinceCode: "08",
    orderCount: 120,
    now: midday,
    seal,
    periods,
    ...input,
  });
  return connection.reader;
}

/** Everything of the samples but the password's random salt and the places' ids. */
async function digestOf(input: Partial<DemoInput>): Promise<string> {
  const reader = await openSeeded(input);
  const hash = createHash("sha256");
  const tables = (
    "households household_members delegations products certificates lots stock_reservations checkouts orders " +
    "line_items order_events payments bank_transactions transfers shipments retail_totals monthly_sales monthly_sellers province_sales " +
    "posts post_events product_ratings"
  ).split(" ");
  for (const table of tables) {
    const rows = reader.prepare(`SELECT * FROM ${table}`).raw().all();
    expect([table, rows.length > 0]).toEqual([table, true]);
    hash.update(
      rows
        .map((row) => JSON.stringify(row))
        .toSorted()
        .join("\n"),
    );
  }
  return hash.digest("hex");
}

describe("the samples", () => {
  it("are the same at any hour of a day, to the last id", async () => {
    const first = await digestOf({});
    expect(await digestOf({ now: startOfDate("2026-11-22") })).toBe(first);
    expect(await digestOf({ now: startOfDate("2026-11-23") - 1 })).toBe(first);
  });

  it("are others on another day, for another province, and for another number of orders", async () => {
    const digests = [
      await digestOf({}),
      await digestOf({ now: startOfDate("2026-11-23") }),
      await digestOf({ provinceCode: "82" }),
      await digestOf({ orderCount: 121 }),
    ];
    expect(new Set(digests).size).toBe(4);
  });

  it.each([
    "2025-03-01", // after the shortest month
    "2026-02-18", // right after Tết
    "2028-02-29",
    "2027-01-01",
  ])("can be made on %s", async (date) => {
    const reader = await openSeeded({ now: startOfDate(date) + HOUR_MS });
    expect(reader.prepare("SELECT count(*) FROM orders").pluck().get()).toBe(120);
    const latest = reader.prepare("SELECT max(placed_at) FROM orders").pluck().get();
    expect(Number(latest)).toBeLessThan(startOfDate(date));
  });

  it.each([0, 1, 7])("can be %i orders", async (orderCount) => {
    const reader = await openSeeded({ orderCount });
    expect(reader.prepare("SELECT count(*) FROM orders").pluck().get()).toBe(orderCount);
  });

  it("can be a larger catalogue, every product published and found", async () => {
    const reader = await openSeeded({ productCount: 900, orderCount: 60 });
    const count = (sql: string) => reader.prepare(sql).pluck().get();
    expect(count("SELECT count(*) FROM products")).toBe(900);
    expect(count("SELECT count(*) FROM products WHERE status = 'published'")).toBe(898);
    expect(count("SELECT count(*) FROM households WHERE status = 'approved'")).toBeGreaterThan(40);
    expect(count("SELECT count(*) FROM products WHERE name LIKE '%Mật ong%'")).toBeGreaterThan(20);
    // The seed leaves no line for each product behind, only the last as a mark.
    expect(count("SELECT count(*) FROM shelf_changes")).toBe(1);
    expect(count("SELECT count(*) FROM products WHERE price_vnd % 1000 <> 0")).toBe(0);
  });

  it("are never fewer products than the province's samples", async () => {
    const reader = await openSeeded({ productCount: 3, orderCount: 0 });
    const count = reader.prepare("SELECT count(*) FROM products").pluck().get();
    expect(Number(count)).toBeGreaterThan(30);
  });

  it.each([-1, 1.5, 5_000_001, Number.NaN])("cannot be %d orders", async (orderCount) => {
    await expect(openSeeded({ orderCount })).rejects.toThrow(SeedError);
  });

  it("go only into a database that has nothing but places, and what was stopped is known", async () => {
    const input = {
      provinceCode: "08",
      orderCount: 10,
      now: startOfDate("2026-11-22"),
      seal,
      periods,
    };
    const connection = openPlaces();
    const onProgress = (done: number) => {
      if (done > 0.8) throw new Error("stopped");
    };
    await expect(seedDemo(connection, { ...input, onProgress })).rejects.toThrow("stopped");
    expect(seedStateOf(connection)).toBe("unfinished");
    await expect(seedDemo(connection, input)).rejects.toThrow(SeedError);
  });
});
