import type { Connection } from "../../connect";

const MAX_PLACES = 100;

/**
 * What the places of a commune were called before 1 July 2025: products are found by these too. The same names
 * as households/queries.server.ts gives when a household writes a product.
 */
export function formerPlaceNames(connection: Connection, communeCode: string): string[] {
  const places = connection.writer
    .prepare<[string, number], [string, string, string]>(
      `SELECT name, district_name, province_name FROM former_communes
       WHERE commune_code = ? ORDER BY code LIMIT ?`,
    )
    .raw()
    .all(communeCode, MAX_PLACES);
  return [...new Set(places.flat())];
}
