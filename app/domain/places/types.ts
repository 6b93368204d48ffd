export type Province = { code: string; name: string };
export type Commune = { code: string; name: string; provinceCode: string };
/** A commune before July 2025, with the kind in its name: `Thị trấn Mèo Vạc`, `Huyện Mèo Vạc`, `Tỉnh Hà Giang`. */
export type FormerCommune = { name: string; districtName: string; provinceName: string };

/** A commune of before July 2025, with the one that it is in now. */
export type RenamedCommune = {
  formerName: string;
  districtName: string;
  /** Of the commune of today. */
  code: string;
  name: string;
};
