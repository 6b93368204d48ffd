import { and, asc, count, eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import {
  findCommune,
  listFormerCommunes,
  listFormerDistricts,
} from "~/domain/places/queries.server";
import { stemOfPlace } from "~/domain/places/place-name";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { textFor, type Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { listNames, listProducts } from "./queries.server";
import { currentShelf } from "./shelf/current-shelf.sqlite.server";
import { searchShelf } from "./shelf/search-shelf";
import { excerptOf } from "./story-excerpt";
import type { CommunePage, SellingCommune } from "./types-places";

const SELLERS_MAX = 24;
const IN_SEASON_MAX = 6;
const NEIGHBOURS_MAX = 8;

const byName = new Intl.Collator("vi");

/** The communes of the province that have something on sale, by name. */
export async function listSellingCommunes(): Promise<SellingCommune[]> {
  const selling = countByCommune();
  const rows = await reader()
    .select({ code: households.communeCode, count: count() })
    .from(households)
    .where(eq(households.status, "approved"))
    .groupBy(households.communeCode)
    .limit(500);
  const householdCounts = new Map(rows.map((row) => [row.code, row.count]));
  return selling
    .map((commune) => ({ ...commune, householdCount: householdCounts.get(commune.code) ?? 0 }))
    .toSorted((a, b) => byName.compare(stemOfPlace(a.name), stemOfPlace(b.name)));
}

function countByCommune(): { code: string; name: string; count: number }[] {
  const today = localDateOf(now());
  return searchShelf(currentShelf(), {}, { today, offset: 0, limit: 0 }).countFacets().communes;
}

/** A commune of the market's province with what it sells, or null. @param page of its products, from 1 */
export async function findCommunePage(
  code: string,
  page: number,
  language: Language,
): Promise<CommunePage | null> {
  const commune = await findCommune(code);
  if (!commune || commune.provinceCode !== settings().PROVINCE) return null;
  const list = await listProducts({ communeCode: code }, page, language);
  const sells = and(eq(households.communeCode, code), eq(households.status, "approved"));
  return {
    code,
    name: commune.name,
    provinceName: commune.provinceName,
    former: await listFormerCommunes(code),
    products: { cards: list.cards, total: list.total, page: list.page, pageCount: list.pageCount },
    inSeason: await listInSeason(code, language),
    householdCount: await reader().$count(households, sells),
    households: await listSellers(code, language),
    neighbours: list.total === 0 ? await listNeighbours(code, commune.provinceCode) : [],
  };
}

async function listInSeason(communeCode: string, language: Language) {
  const { searchIds } = searchShelf(
    currentShelf(),
    { communeCode, inSeason: true, isReady: true },
    { today: localDateOf(now()), offset: 0, limit: IN_SEASON_MAX },
  );
  return listNames(searchIds, language);
}

async function listSellers(communeCode: string, language: Language) {
  const rows = await reader()
    .select({
      slug: households.slug,
      name: households.name,
      kind: households.kind,
      story: households.story,
      storyEn: households.storyEn,
      isSample: households.isSample,
    })
    .from(households)
    .where(and(eq(households.communeCode, communeCode), eq(households.status, "approved")))
    .orderBy(asc(households.createdAt), asc(households.id))
    .limit(SELLERS_MAX);
  return rows.map(({ story, storyEn, ...row }) => {
    const { text, language: excerptLanguage } = textFor(language, story, storyEn);
    return { ...row, excerpt: excerptOf(text), excerptLanguage };
  });
}

/** Communes that sell and were in the same former district as a part of this one. */
async function listNeighbours(code: string, provinceCode: string) {
  const districts = await listFormerDistricts(provinceCode);
  const own = new Set(districts.get(code));
  return countByCommune()
    .filter((one) => one.code !== code && districts.get(one.code)?.some((name) => own.has(name)))
    .toSorted((a, b) => byName.compare(stemOfPlace(a.name), stemOfPlace(b.name)))
    .slice(0, NEIGHBOURS_MAX);
}
