import type { CommuneShapes, ShapesLeftOut } from "../../app/domain/places/commune-shapes";
import { count, id, instant, integerCheck, json, text } from "../columns";
import { index, table, uniqueIndex } from "../dialect";
import { users } from "./identity";
import { provinces } from "./places";

/** Boundaries of a province's communes, simplified, of a file that an officer brought. Append-only (triggers). */
export const communeShapes = table(
  "commune_shapes",
  {
    id: id(),
    provinceCode: text("province_code")
      .notNull()
      .references(() => provinces.code),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(), // of the file as it was sent
    byteCount: count("byte_count").notNull(),
    shapes: json<CommuneShapes>("shapes").notNull(), // TopoJSON
    leftOut: json<ShapesLeftOut>("left_out").notNull(),
    keptById: text("kept_by_id")
      .notNull()
      .references(() => users.id),
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [
    index("commune_shapes_file").on(t.provinceCode, t.sha256),
    integerCheck("commune_shapes_byte_count", t.byteCount, 1),
  ],
);

/** Which map a province uses: the last one chosen holds. Append-only (triggers). */
export const mapChoices = table(
  "map_choices",
  {
    id: id(),
    provinceCode: text("province_code")
      .notNull()
      .references(() => provinces.code),
    place: count("place").notNull(), // of the province's choices, from 1
    shapesId: text("shapes_id").references(() => communeShapes.id), // null: squares
    chosenById: text("chosen_by_id")
      .notNull()
      .references(() => users.id),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    uniqueIndex("map_choices_place").on(t.provinceCode, t.place),
    integerCheck("map_choices_place_number", t.place, 1),
  ],
);
