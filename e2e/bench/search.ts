import Database from "better-sqlite3";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { listSuggestions } from "../../app/domain/catalog/queries-suggestions.server";
import { listProducts } from "../../app/domain/catalog/queries.server";
import { searchTermsOf } from "../../app/domain/catalog/search-words";
import type { ProductFilter } from "../../app/domain/catalog/types";
import { closeDatabase, useDatabaseFile } from "../../app/platform/db.server";
import { fold } from "../../app/platform/fold";
import { seedFolder } from "../support/run-node";
import { temporaryFolder } from "../support/shop";

const SIZES = [10_000, 100_000, 1_000_000];
const SAMPLES = 200;

/**
 * Prints, for growing catalogues, how long a page of search results with its facets and the suggestions while typing
 * take, and beside it what SQLite's full-text index takes to count the matches alone, in the same run.
 */
export async function benchSearch(): Promise<void> {
  const row = (cells: readonly string[]) =>
    process.stdout.write(`${cells.map((cell) => cell.padStart(13)).join("")}\n`);
  row([
    "products",
    "load",
    "memory",
    "search p50",
    "search p95",
    "filters p95",
    "suggest p50",
    "suggest p95",
    "FTS5 p95",
    "ratio",
  ]);
  for (const size of SIZES) {
    const dataDir = temporaryFolder("bench-search");
    try {
      await seedFolder(dataDir, ["--province", "08", "--orders", "0", "--products", String(size)]);
      const file = join(dataDir, "cho-phien.sqlite");
      useDatabaseFile(file);
      const memoryBefore = process.memoryUsage().rss;
      const [loadMs] = await time([() => listProducts({}, 1, "vi")]);
      const memory = process.memoryUsage().rss - memoryBefore;
      const texts = textsFrom(file);
      await time(texts.slice(0, 50).map((text) => () => listProducts({ text }, 1, "vi")));
      const search = await time(texts.map((text) => () => listProducts({ text }, 1, "vi")));
      const filters = await time(
        texts.map((text, i) => () => listProducts(filterOf(text, i), 1, "vi")),
      );
      const typed = texts.flatMap(typedSoFar);
      await time(typed.slice(0, 50).map((text) => () => listSuggestions(text, "vi")));
      const suggestions = await time(typed.map((text) => () => listSuggestions(text, "vi")));
      const reference = await timeFullText(file, texts);
      row([
        String(size),
        `${((loadMs ?? 0) / 1_000).toFixed(1)} s`,
        `${Math.round(memory / 1_000_000)} MB`,
        `${percentile(search, 0.5).toFixed(1)} ms`,
        `${percentile(search, 0.95).toFixed(1)} ms`,
        `${percentile(filters, 0.95).toFixed(1)} ms`,
        `${percentile(suggestions, 0.5).toFixed(2)} ms`,
        `${percentile(suggestions, 0.95).toFixed(2)} ms`,
        `${percentile(reference, 0.95).toFixed(1)} ms`,
        (percentile(search, 0.95) / percentile(reference, 0.95)).toFixed(2),
      ]);
    } finally {
      closeDatabase();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
}

/** What people type: names whole, without marks, by their first words, only begun, with a slip; and kinds. */
function textsFrom(file: string): string[] {
  const database = new Database(file, { readonly: true });
  const step = `(select max(search_id) from products) / ${SAMPLES / 5}`;
  const names = database
    .prepare<[], string>(
      `select name from products where search_id % (${step}) = 0 limit ${SAMPLES}`,
    )
    .pluck()
    .all();
  database.close();
  return names.flatMap((name) => {
    const words = name.split(" ");
    return [
      name,
      fold(name),
      words.slice(0, 2).join(" "),
      fold(name).slice(0, 4),
      fold(name).replace(/([a-z])([a-z])(?=[a-z]* |$)/, "$2$1"),
    ];
  });
}

/** What the search box asks with while a text is being typed: at two letters, half-way and at its end. */
function typedSoFar(text: string): string[] {
  return [text.slice(0, 2), text.slice(0, Math.ceil(text.length / 2)), text];
}

/** The choices of the list's form, each text with some of them. */
function filterOf(text: string, i: number): ProductFilter {
  return {
    ...(i % 2 === 0 ? { text } : {}),
    ...(i % 3 === 0 ? { group: "food" as const } : {}),
    ...(i % 5 === 0 ? { price: "50_to_100" as const } : {}),
    ...(i % 7 === 0 ? { inSeason: true as const } : {}),
    ...(i % 4 === 0 ? { isReady: true as const } : {}),
  };
}

async function timeFullText(file: string, texts: readonly string[]): Promise<number[]> {
  const database = new Database(":memory:");
  try {
    database.exec(
      "create virtual table words using fts5(name, tokenize='unicode61 remove_diacritics 2')",
    );
    const source = new Database(file, { readonly: true });
    const insert = database.prepare("insert into words values (?)");
    database.transaction(() => {
      const names = source.prepare<[], string>("select name from products").pluck().iterate();
      for (const name of names) insert.run(fold(name));
    })();
    source.close();
    const count = database.prepare("select count(*) from words where words match ?").pluck();
    return await time(
      texts.map(
        (text) => () =>
          count.get(
            `${searchTermsOf(text)
              .map((term) => `"${term}"`)
              .join(" ")}*`,
          ),
      ),
    );
  } finally {
    database.close();
  }
}

/** Milliseconds of each piece of work, one after another. */
async function time(work: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[] = [];
  for (const one of work) {
    const startedAt = performance.now();
    await one();
    times.push(performance.now() - startedAt);
  }
  return times;
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}
