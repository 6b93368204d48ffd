import Database from "better-sqlite3";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

const catalogues = fileURLToPath(new URL("../../app/locales/en", import.meta.url));

/** What may stand in Vietnamese letters on an English page without being Vietnamese. */
export type Allowed = { names: Set<string>; phrases: string[]; english: string[] };

/** Names are said as they are in every language (WCAG 3.1.2): of sellers, people and places. */
const NAMES = `
  select name from households union select contact_name from households
  union select full_name from users union select buyer_name from checkouts
  union select shown_name from posts where shown_name is not null
  union select name from provinces
  union select c.name from communes c where c.province_code = :province`;
const PLACES = `
  select name from communes union select name from former_communes
  union select district_name from former_communes union select province_name from former_communes`;

/** Every column that is English by its own word; its texts keep the names of places. */
const ENGLISH_COLUMNS = [
  ["products", "name_en"],
  ["products", "pack_label_en"],
  ["products", "description_en"],
  ["line_items", "product_name_en"],
  ["line_items", "pack_label_en"],
  ["households", "story_en"],
  ["collections", "name_en"],
  ["collections", "intro_en"],
  ["collections", "criterion_en"],
] as const;

function openDatabase(dataDir: string): Database.Database {
  return new Database(join(dataDir, "cho-phien.sqlite"));
}

/** Makes a shop where nothing was ever written in English; before its server starts. */
export function removeEnglishWords(dataDir: string): void {
  const database = openDatabase(dataDir);
  for (const [table, column] of ENGLISH_COLUMNS) {
    if (table !== "line_items") database.exec(`update ${table} set ${column} = null`);
  }
  database.exec(
    "update lots set sold_as = json_set(sold_as, '$.nameEn', null, '$.packLabelEn', null)",
  );
  database.close();
}

/** The names and English texts of a shop's database, and the texts of the English catalogue. */
export function readAllowed(dataDir: string, province: string): Allowed {
  const database = openDatabase(dataDir);
  const texts = (sql: string) =>
    database.prepare<[{ province: string }], string>(sql).pluck().all({ province });
  const columns = (sql: string) => database.prepare<[], string>(sql).pluck().all();
  const names = texts(NAMES).flatMap((name) => [
    name,
    name.replace(/^(Tỉnh|Thành phố) /, ""),
    // `Nguyễn T. H.`, as reviews show it.
    name.replaceAll(/ (\p{L})\p{L}*/gu, " $1."),
  ]);
  const english = ENGLISH_COLUMNS.flatMap(([table, column]) =>
    columns(`select distinct ${column} from ${table} where ${column} is not null`),
  ).map(oneLine);
  const places = columns(PLACES);
  database.close();
  return {
    names: new Set([...names, ...places]),
    phrases: [...new Set([...names, ...english, ...catalogueTexts()])]
      .filter((text) => VIETNAMESE.test(text))
      .toSorted((a, b) => b.length - a.length),
    english,
  };
}

/** What the English catalogue says with Vietnamese letters: `Chợ Phiên`, `đồng`, words quoted to explain the search. */
function catalogueTexts(): string[] {
  return readdirSync(catalogues).flatMap((file) => {
    const messages = JSON.parse(readFileSync(join(catalogues, file), "utf8")) as object;
    const vietnamese = ["labelCode", "labelScan", "languageName_vi"];
    return Object.entries<string>(messages as Record<string, string>)
      .filter(([key]) => !vietnamese.includes(key))
      .flatMap(([, text]) => text.split(/\{\{\s*\w+\s*\}\}/).map(oneLine));
  });
}

const VIETNAMESE = /[đàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i;
/** After an amount, or by itself beside the field for one. */
const CURRENCY = /(?<=\d\s?|^)đ(?!\p{L})/gu;

/** Texts and values of fields with a Vietnamese letter that a screen reader would read in the page's own language. */
export async function findUnmarked(page: Page, allowed: Allowed): Promise<string[]> {
  const found = await page.evaluate((source) => {
    const letters = new RegExp(source, "i");
    const texts: string[] = [];
    const note = (element: Element | null, text: string) => {
      if (!letters.test(text.normalize("NFC"))) return;
      if (element?.closest("[lang]")?.getAttribute("lang") !== "vi") texts.push(text);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      if (parentElement?.closest("script, style")) continue;
      note(parentElement, nodeValue ?? "");
    }
    for (const input of document.querySelectorAll("input")) {
      if (input.type !== "hidden") note(input, input.value);
    }
    for (const image of document.querySelectorAll("img")) note(image, image.alt);
    return texts;
  }, VIETNAMESE.source);
  return [...new Set(found.map(oneLine))].filter((text) => !isAllowed(text, allowed));
}

function isAllowed(text: string, { names, phrases, english }: Allowed): boolean {
  const withoutMoney = text.replaceAll(CURRENCY, "");
  const parts = withoutMoney.split(/[,·()]/).map((part) => part.trim());
  if (parts.every((part) => names.has(part) || !VIETNAMESE.test(part))) return true;
  // The beginning of a story.
  const start = text.replace(/ …$/, "");
  if (english.some((one) => one.includes(start))) return true;
  const rest = phrases.reduce((left, phrase) => left.replaceAll(phrase, ""), withoutMoney);
  return !VIETNAMESE.test(rest);
}

function oneLine(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}
