import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseFile, useDatabaseFile } from "../../../app/platform/db.server";
import { openTestDatabase } from "../../../app/platform/test-database.server";
import type { Connection } from "../../connect";
import { seedReference } from "../reference/seed-reference";
import { loadProvinceSample, SAMPLE_PROVINCES } from "./province-sample";

let close: () => void;
let connection: Connection;

beforeAll(async () => {
  close = openTestDatabase();
  connection = useDatabaseFile(databaseFile());
  await seedReference(connection, () => undefined);
});
afterAll(() => close());

describe("the samples", () => {
  it("are of the four provinces", () => {
    expect(SAMPLE_PROVINCES).toEqual(["08", "51", "82", "86"]);
    expect(() => loadProvinceSample("01")).toThrow("There are no samples for province 01");
  });

  it.each(SAMPLE_PROVINCES)("of %s are well formed, in communes of the province", (code) => {
    const sample = loadProvinceSample(code);
    expect(sample.provinceCode).toBe(code);
    const provinceOf = connection.reader
      .prepare<[string], string>("SELECT province_code FROM communes WHERE code = ?")
      .pluck();
    for (const household of sample.households) {
      expect([household.key, provinceOf.get(household.communeCode)]).toEqual([household.key, code]);
    }
  });

  it.each(SAMPLE_PROVINCES)("of %s say that the households are invented", (code) => {
    for (const household of loadProvinceSample(code).households) {
      expect(household.name).toMatch(/Mẫu/);
      expect(household.contactName).toMatch(/Mẫu/);
    }
  });

  it.each(SAMPLE_PROVINCES)(
    "of %s have stars as they are given: most three, hardly any five",
    (code) => {
      const stars = loadProvinceSample(code).products.map((product) => product.stars);
      const countOf = (wanted: number) => stars.filter((one) => one === wanted).length;
      expect(countOf(3)).toBeGreaterThan(countOf(4));
      expect(countOf(4)).toBeGreaterThanOrEqual(3); // one valid, one expiring, one expired
      expect(countOf(5)).toBeLessThanOrEqual(1);
    },
  );
});
