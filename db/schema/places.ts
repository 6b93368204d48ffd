import { id, text } from "../columns";
import { index, table } from "../dialect";

/** The 34 provinces in force; codes of QĐ 19/2025/QĐ-TTg are strings with leading zeros. */
export const provinces = table("provinces", {
  code: text("code").primaryKey(),
  name: text("name").notNull(), // `Tỉnh Tuyên Quang`
  nameFolded: text("name_folded").notNull(),
});

/** The 3,321 communes in force. */
export const communes = table(
  "communes",
  {
    code: text("code").primaryKey(),
    provinceCode: text("province_code")
      .notNull()
      .references(() => provinces.code),
    name: text("name").notNull(), // `Xã Lũng Cú`, `Phường ...`, `Đặc khu Lý Sơn`
    nameFolded: text("name_folded").notNull(),
  },
  (t) => [index("communes_province").on(t.provinceCode, t.nameFolded)],
);

/** What a place was called before 1 July 2025, and the commune it is in now. */
export const formerCommunes = table(
  "former_communes",
  {
    id: id(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    districtName: text("district_name").notNull(),
    provinceName: text("province_name").notNull(),
    searchFolded: text("search_folded").notNull(), // name, district and province
    communeCode: text("commune_code").references(() => communes.code), // null: stays unmatched, and is reported
  },
  (t) => [index("former_communes_commune").on(t.communeCode)],
);

/** Banks and wallets that take part in NAPAS 247, with their six-digit BIN. */
export const banks = table("banks", {
  bin: text("bin").primaryKey(),
  shortName: text("short_name").notNull(),
});
