import type { CertifiedStars } from "~/domain/certificates/certificate-levels";
import type { rawReader } from "~/platform/db.server";
import { ALCOHOL_SETS } from "../ocop-sets";
import type { Season } from "../season";
import type { FormerPlace, ShelfCommune, ShelfHousehold, ShelfRow } from "./shelf";

type Database = ReturnType<typeof rawReader>;

const ALCOHOL = ALCOHOL_SETS.join(", ");

const PRODUCTS = `
  select p.search_id as searchId, p.name, p.name_en as nameEn, p.household_id as householdId,
    p.ocop_set as ocopSet, p.price_vnd as priceVnd, p.available_count as availableCount, p.season,
    coalesce(p.published_at, 0) as publishedAt,
    case when p.ocop_set in (${ALCOHOL}) then h.alcohol_licensed_until end as soldUntil,
    c.stars, c.issued_on as issuedOn, c.expires_on as expiresOn
  from products p
  join households h on h.id = p.household_id
  left join certificates c on c.id = p.certificate_id and c.status = 'confirmed'
  where p.status = 'published' and h.status = 'approved'
    and (p.ocop_set not in (${ALCOHOL}) or h.alcohol_licensed_until is not null)`;

type ProductRow = Omit<ShelfRow, "isAvailable" | "season" | "certificate"> & {
  availableCount: number;
  season: string | null;
  stars: CertifiedStars | null;
  issuedOn: string | null;
  expiresOn: string | null;
};

/** All that is on sale, in the order of publication. */
export function* readOnSale(database: Database): Generator<ShelfRow> {
  const statement = database.prepare<[], ProductRow>(`${PRODUCTS} order by p.published_at, p.id`);
  for (const row of statement.iterate()) yield shelfRowOf(row);
}

/** One product if it is on sale. */
export function findOnSale(database: Database, searchId: number): ShelfRow | null {
  const row = database
    .prepare<[number], ProductRow>(`${PRODUCTS} and p.search_id = ?`)
    .get(searchId);
  return row ? shelfRowOf(row) : null;
}

function shelfRowOf(row: ProductRow): ShelfRow {
  const { availableCount, season, stars, issuedOn, expiresOn, ...rest } = row;
  return {
    ...rest,
    isAvailable: availableCount > 0,
    season: readSeason(season),
    certificate: stars && issuedOn && expiresOn ? { stars, issuedOn, expiresOn } : null,
  };
}

function readSeason(season: string | null): Season | null {
  return season === null ? null : (JSON.parse(season) as Season | null);
}

/** The communes in force with what their places were called before. */
export function readCommunes(database: Database): ShelfCommune[] {
  const formerPlaces = new Map<string, FormerPlace[]>();
  const former = database
    .prepare<[], FormerPlace & { communeCode: string }>(
      `select commune_code as communeCode, name, district_name as districtName,
         province_name as provinceName
       from former_communes where commune_code is not null order by code`,
    )
    .all();
  for (const { communeCode, ...place } of former) {
    formerPlaces.set(communeCode, [...(formerPlaces.get(communeCode) ?? []), place]);
  }
  return database
    .prepare<[], Omit<ShelfCommune, "formerPlaces">>(
      "select code, name, province_code as provinceCode from communes order by code",
    )
    .all()
    .map((commune) => ({ ...commune, formerPlaces: formerPlaces.get(commune.code) ?? [] }));
}

const HOUSEHOLDS = "select id, slug, name, commune_code as communeCode from households";

export function readHouseholds(database: Database): ShelfHousehold[] {
  return database.prepare<[], ShelfHousehold>(HOUSEHOLDS).all();
}

export function findHousehold(database: Database, id: string): ShelfHousehold | null {
  return database.prepare<[string], ShelfHousehold>(`${HOUSEHOLDS} where id = ?`).get(id) ?? null;
}

/** What has changed on the shelf after a change, the oldest first. */
export function readChanges(
  database: Database,
  after: number,
  limit: number,
): { seq: number; searchId: number }[] {
  return database
    .prepare<[number, number], { seq: number; searchId: number }>(
      "select seq, search_id as searchId from shelf_changes where seq > ? order by seq limit ?",
    )
    .all(after, limit);
}

export function readLastChange(database: Database): number {
  const row = database
    .prepare<[], { seq: number | null }>("select max(seq) as seq from shelf_changes")
    .get();
  return row?.seq ?? 0;
}
