import { bytes, count, id, instant, integerCheck, text } from "../columns";
import { index, primaryKey, table, uniqueIndex } from "../dialect";

/**
 * A month as it was closed, and each revision of it: what stands is the text of its manifest, byte by byte, whose hash
 * names the one before. Append-only (trigger).
 */
export const periodEditions = table(
  "period_editions",
  {
    id: id(),
    place: count("place").notNull().unique(), // in the chain of all editions, from 1
    month: text("month").notNull(),
    edition: count("edition").notNull(), // 1: as it was closed
    manifest: text("manifest").notNull(), // JSON, see statistics/periods/manifest
    hash: text("hash").notNull().unique(), // SHA-256 of the manifest, in hex
    closedAt: instant("closed_at").notNull(),
  },
  (t) => [
    uniqueIndex("period_editions_month").on(t.month, t.edition),
    integerCheck("period_editions_place", t.place, 1),
    integerCheck("period_editions_edition", t.edition, 1),
  ],
);

/** The orders and returns behind an edition: NDJSON, packed by gzip. Append-only (trigger). */
export const periodParts = table(
  "period_parts",
  {
    editionId: text("edition_id")
      .notNull()
      .references(() => periodEditions.id),
    part: count("part").notNull(), // from 0
    content: bytes("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.part] })],
);

/** That an edition was made public; the newest of a month is what everybody reads. Append-only (trigger). */
export const periodPublications = table(
  "period_publications",
  {
    editionId: text("edition_id")
      .primaryKey()
      .references(() => periodEditions.id),
    publishedById: text("published_by_id"),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [index("period_publications_at").on(t.publishedAt)],
);
