import {
  findLastPublication,
  listPublicEditions,
  listRevisions,
} from "~/domain/statistics/queries-published.server";
import { figureDigits, figureOf } from "~/domain/statistics/figures";
import type { PublicRevision } from "~/domain/statistics/types-periods";
import { settings } from "~/platform/env.server";
import { isoInstant } from "~/platform/period";
import { MEASURES } from "./codes";
import { observationsOf, sortKeyOf } from "./observations";
import type { Observation, ObservationsQuery, RevisionRow } from "./schemas";

/** Every fact of every public edition, or of the newest of each month alone, in the order of `sortKeyOf`. */
export async function listObservations(editions: "newest" | "all"): Promise<Observation[]> {
  const published = await listPublicEditions({ from: null, to: null });
  return published
    .filter(({ isNewest }) => editions === "all" || isNewest)
    .flatMap((edition) => observationsOf(edition, settings().PROVINCE));
}

/**
 * One page of what was asked for, and where the next begins, null after the last. By a place in the order and not by a
 * count, so that what is published meanwhile moves nothing.
 */
export async function readObservations(
  query: ObservationsQuery,
): Promise<{ rows: Observation[]; next: string | null }> {
  const { indicator, dimension, code, from = null, to = null, edition, cursor = "" } = query;
  const published = await listPublicEditions({ from, to });
  const matching = published
    .filter((one) => {
      if (edition === "all") return true;
      return edition === "newest" ? one.isNewest : one.edition === Number(edition);
    })
    .flatMap((one) => observationsOf(one, settings().PROVINCE))
    .filter(
      (one) =>
        (indicator === undefined || one.indicator === indicator) &&
        (dimension === undefined || one.dimension === dimension) &&
        (code === undefined || one.code === code) &&
        sortKeyOf(one) > cursor,
    );
  const rows = matching.slice(0, Number(query.limit));
  const last = rows.at(-1);
  const isMore = last !== undefined && matching.length > rows.length;
  return { rows, next: isMore ? sortKeyOf(last) : null };
}

/** The newest 100 revisions, the newest first: a row each figure that became another, or one row where none did. */
export async function listRevisionRows(): Promise<RevisionRow[]> {
  return (await listRevisions()).flatMap(rowsOf);
}

/** When the newest edition, and the newest revision, became public, ISO; null before the first. */
export async function readChangedAt(): Promise<{
  editions: string | null;
  revisions: string | null;
}> {
  const last = await findLastPublication();
  const [revision] = await listRevisions();
  return {
    editions: last === null ? null : isoInstant(last),
    revisions: revision ? isoInstant(revision.publishedAt) : null,
  };
}

function rowsOf(revision: PublicRevision): RevisionRow[] {
  const { month, number, publishedAt, causes, note, codes, before, after } = revision;
  const common = {
    time_period: month,
    revision: number,
    published_at: isoInstant(publishedAt),
    causes,
    note,
  };
  if (codes.length === 0) {
    return [{ ...common, indicator: null, before: null, after: null, unit: null }];
  }
  return codes.map((indicator) => ({
    ...common,
    indicator,
    before: figureDigits(figureOf(indicator, before)) || null,
    after: figureDigits(figureOf(indicator, after)) || null,
    unit: MEASURES[indicator].unit,
  }));
}
