import type { Connection } from "../../connect";

const KINDS = /^(xã|phường|thị trấn|huyện|quận|thị xã|thành phố)\s+/i;

/** What the places of a commune were called before 1 July 2025, without their kinds: people still look for them. */
export function formerPlaceNames(connection: Connection, communeCode: string): string[] {
  const names = connection.writer
    .prepare<[string], { name: string; districtName: string }>(
      "SELECT name, district_name AS districtName FROM former_communes WHERE commune_code = ? ORDER BY id",
    )
    .all(communeCode)
    .flatMap(({ name, districtName }) => [name, districtName]);
  return [...new Set(names.map((name) => name.replace(KINDS, "")))].filter((name) => name !== "");
}
