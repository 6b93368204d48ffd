import { afterAll, beforeAll, expect, it } from "vitest";
import { periodEditions } from "~db/schema/statistics-periods";
import { inTransaction, reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { monthsUntil } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { listEditions } from "./periods/queries-editions.server";
import { readCommuneLines } from "./queries-commune-sales.server";

const MONTHS = monthsUntil("2026-10", 13);
let close: () => void;
beforeAll(async () => {
  close = openTestDatabase();
  for (const [index, month] of MONTHS.entries()) await keep(month, { edition: 1, sold: index + 1 });
  await keep("2026-09", { edition: 2, sold: 900 });
  await keep("2026-10", { edition: 2, sold: 1_000 });
});
afterAll(() => close());

let place = 0;
/** An edition with what its lines are read from. */
async function keep(month: string, { edition, sold }: { edition: number; sold: number }) {
  place += 1;
  const cell = { dimension: "commune", salesVnd: sold, sellerCount: 1, disclosure: "small" };
  const cells = [
    { ...cell, code: "00001" },
    { ...cell, code: "00715", dimension: "set" },
  ];
  const manifest = JSON.stringify({ methodVersion: 1, disclosed: { cells } });
  const row = {
    id: `ped_${place}`,
    place,
    month,
    edition,
    manifest,
    hash: `${place}`,
    closedAt: 0,
  };
  await inTransaction((tx) => tx.insert(periodEditions).values(row));
}

const linesOf = async (month: string, edition: number) => {
  const editions = await listEditions(reader(), [month]);
  return readCommuneLines(
    present(
      editions.find((one) => one.edition === edition),
      "it was kept",
    ),
  );
};

it("draws thirteen months, those before by their newest edition and its own as it is", async () => {
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 900];
  expect(await linesOf("2026-10", 1)).toEqual({ "00001": [...months, 13] });
  expect(await linesOf("2026-10", 2)).toEqual({ "00001": [...months, 1_000] });
});

it("draws none while fewer months are closed", async () => {
  expect(await linesOf("2026-09", 2)).toBe(null);
});
