import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** The table of README.md against the tests, so that neither can go its own way. */

const APP = join(process.cwd(), "app");
const LAST_CASE = 76;
const README = readFileSync(join(APP, "domain/payments/README.md"), "utf8");

const rows = [...README.matchAll(/^\| *(\d+) *\|.*\| *([^|]+?) *\|$/gm)].map(
  ([, number = "", tests = ""]) => ({
    number: Number(number),
    files: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file),
    tests,
  }),
);

/** The numbers with which titles of a file's tests begin, before a colon or, as in "25, of banks:", a comma. */
const TITLE = /(?:describe|it|test)(?:\.each)?\(|\)\(\s*/;
function casesIn(file: string): Set<number> {
  const text = readFileSync(file, "utf8");
  const titles = text.matchAll(
    new RegExp(String.raw`(?:${TITLE.source})\s*["\`]case (\d+)[:,]`, "g"),
  );
  return new Set([...titles].map(([, number = ""]) => Number(number)));
}

it("lists every case once, in order", () => {
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: LAST_CASE }, (_, i) => i + 1));
});

it("names a test for each, or says that there is none yet", () => {
  const unclear = rows.filter(({ files, tests }) => (files.length === 0) !== (tests === "not yet"));
  expect(unclear).toEqual([]);
});

it("names only tests that exist and bear the number", () => {
  const wrong = rows.flatMap(({ number, files }) =>
    files
      .filter((file) => !casesIn(join(APP, file)).has(number))
      .map((file) => `${number}: ${file}`),
  );
  expect(wrong).toEqual([]);
});

it("names every test that bears a number", () => {
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".test.ts"));
  const missing = files.flatMap((file) =>
    [...casesIn(join(APP, file))]
      .filter((number) => !rows.find((row) => row.number === number)?.files.includes(file))
      .map((number) => `${number}: ${file}`),
  );
  expect(missing).toEqual([]);
});
