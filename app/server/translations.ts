import { stringify } from "csv-stringify/sync";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { resources } from "~/locales/resources";
import {
  reviewedCatalogues,
  reviewStateOf,
  vietnameseTexts,
  type ReviewedCatalogue,
} from "~/locales/reviewed/approved-texts";
import { REVIEWED_LANGUAGES, type ReviewedLanguage } from "~/platform/language";
import { readTranslations, TRANSLATION_COLUMNS } from "./read-translations";

/** `npm run translations`: the texts of a language out to a spreadsheet for a native reader, and back. */

const HELP = `npm run translations -- km > khmer.csv
npm run translations -- km --from khmer.csv

The first writes every text of the site as CSV: key, vi, en, text, reviewed_by, state. A native reader fills in
"text", and whoever approves it puts name and date into "reviewed_by". The second takes the file back, all of it or
nothing. Only texts with a name in "reviewed_by" are shown, and only while the Vietnamese stays as it was translated.
Languages: ${REVIEWED_LANGUAGES.join(", ")}.
`;

function main(args: readonly string[]): number {
  if (args.includes("--help")) {
    process.stdout.write(HELP);
    return 0;
  }
  const language = REVIEWED_LANGUAGES.find((one) => one === args[0]);
  if (!language) {
    process.stderr.write(HELP);
    return 2;
  }
  const file = args[1] === "--from" ? args[2] : undefined;
  if (args.length > 1 && file === undefined) {
    process.stderr.write(HELP);
    return 2;
  }
  if (file !== undefined) return takeBack(language, file);
  process.stdout.write(sheetOf(reviewedCatalogues[language]));
  return 0;
}

function sheetOf(catalogue: ReviewedCatalogue): string {
  const rows = [...vietnameseTexts].map(([key, vi]) => {
    const entry = catalogue[key];
    const state = entry ? reviewStateOf(key, entry) : "missing";
    return [key, vi, englishOf(key), entry?.text ?? "", entry?.reviewed_by ?? "", state];
  });
  return stringify([[...TRANSLATION_COLUMNS, "state"], ...rows], {
    bom: true,
    record_delimiter: "\r\n",
  });
}

function englishOf(key: string): string {
  const [room = "", name = ""] = key.split(/\.(.*)/);
  const rooms: Readonly<Record<string, Readonly<Record<string, string>>>> = resources.en;
  return rooms[room]?.[name] ?? "";
}

function takeBack(language: ReviewedLanguage, file: string): number {
  const read = readTranslations(readFileSync(file, "utf8"), vietnameseTexts);
  if ("errors" in read) {
    process.stderr.write(
      `Nothing was changed:\n${read.errors.map((one) => `  ${one}\n`).join("")}`,
    );
    return 1;
  }
  const path = join(process.cwd(), `app/locales/reviewed/${language}.json`);
  writeFileSync(path, `${JSON.stringify(read.catalogue, null, 2)}\n`);
  const states = Object.entries(read.catalogue).map(([key, entry]) => reviewStateOf(key, entry));
  const count = (state: string) => states.filter((one) => one === state).length;
  process.stdout.write(
    `${language}: ${count("approved")} approved, ${count("waiting")} waiting for a native reader, ${count("outdated")} outdated, of ${vietnameseTexts.size}.\n`,
  );
  return 0;
}

process.exitCode = main(process.argv.slice(2));
