import { rawReader } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";
import type { ProductHit } from "./search-terms";

// A word that half the catalogue has would hold everybody up while it is ranked; the newest are looked at.
const CANDIDATES_MAX = 2_000;
const VOCABULARY_MAX = 20_000;

export type ProductSearch = {
  /** Folded words, at least one; the last is looked for as a beginning. */
  terms: readonly string[];
  sets: readonly number[];
  stars: number | null;
  communeCode: string | null;
  today: LocalDate;
};

// `cross join` is SQLite's way of keeping the order of the joins: from the hits to their rows, never through all
// that is published.
const SEARCH = `
  with found as materialized (
    select rowid as search_id, bm25(product_search) as rank
    from product_search where product_search match @match
    order by rowid desc limit ${CANDIDATES_MAX}
  )
  select p.id, p.name, p.name_en as nameEn, p.available_count > 0 as isAvailable,
    found.rank, coalesce(p.published_at, 0) as publishedAt
  from found
  cross join products p on p.search_id = found.search_id
  cross join households h on h.id = p.household_id
  left join certificates c on c.id = p.certificate_id and c.revoked_on is null
    and c.issued_on <= @today and c.expires_on > @today
  where p.status = 'published' and h.status = 'approved'
    and (@sets is null or p.ocop_set in (select value from json_each(@sets)))
    and (@stars is null or c.stars = @stars)
    and (@communeCode is null or h.commune_code = @communeCode)`;

type Row = Omit<ProductHit, "isAvailable"> & { isAvailable: number };

/** SQLite's half of the search, over the FTS5 index of folded text; in no particular order. */
export function findProductHits(search: ProductSearch): ProductHit[] {
  const rows = rawReader()
    .prepare<unknown[], Row>(SEARCH)
    .all({
      match: matchOf(search.terms),
      sets: search.sets.length === 0 ? null : JSON.stringify(search.sets),
      stars: search.stars,
      communeCode: search.communeCode,
      today: search.today,
    });
  return rows.map((row) => ({ ...row, isAvailable: row.isAvailable === 1 }));
}

/** Quoted, because FTS5 takes a bare AND, NOT, NEAR or * as an order. */
function matchOf(terms: readonly string[]): string {
  return `${terms.map((term) => `"${term.replaceAll('"', "")}"`).join(" ")}*`;
}

/** Every word of the index with the number of products that have it. */
export function readVocabulary(): Map<string, number> {
  const database = rawReader();
  // In `temp`, which a read-only connection may write: it is a view of the index and holds nothing.
  database.exec(
    "create virtual table if not exists temp.product_words using fts5vocab(main, product_search, 'row')",
  );
  const rows = database
    .prepare<unknown[], { term: string; doc: number }>(
      `select term, doc from temp.product_words limit ${VOCABULARY_MAX}`,
    )
    .all();
  return new Map(rows.map((row) => [row.term, row.doc]));
}
