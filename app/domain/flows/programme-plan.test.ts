import { afterEach, beforeEach, expect, it } from "vitest";
import { readProgramme } from "~/domain/statistics/queries-programme.server";
import { setClock } from "~/platform/clock.server";
import { databaseFile, useDatabaseFile } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";

let close: () => void;
beforeEach(() => {
  close = openTestDatabase();
  setClock(() => startOfDate("2026-11-22"));
});
afterEach(() => {
  setClock();
  close();
});

it("looks sales of a household up by its days and reads no order besides", async () => {
  // Opened anew, so that every statement is built where it is heard.
  const { reader } = useDatabaseFile(databaseFile());
  const asked = new Set<string>();
  const prepare = reader.prepare.bind(reader);
  reader.prepare = ((text: string) => {
    asked.add(text);
    return prepare(text);
  }) as typeof prepare;
  await readProgramme("2026");

  const texts = [...asked].filter((text) => /"orders"|"line_items"|"monthly_s/.test(text));
  const plans = texts.flatMap((text) =>
    prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
      .all(...Array.from(text.matchAll(/\?/g), () => null))
      .map(({ detail }) => detail)
      .filter((detail) => /\b(?:orders|line_items|monthly_\w+)\b/.test(detail)),
  );
  expect(plans).toEqual([
    "SEARCH orders USING INDEX orders_household_delivered (household_id=? AND delivered_on>?)",
    "SEARCH orders USING INDEX orders_household_delivered (household_id=? AND delivered_on>?)",
  ]);
});
