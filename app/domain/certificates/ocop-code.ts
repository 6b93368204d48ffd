/**
 * The code of a recognised product. Both forms carry official unit codes as text with leading zeros:
 * `83-829-28780-3-2022`, province, district, commune, number, year (until districts ended), and
 * `08-00715-12-2026` without the district (QĐ 26/2026/QĐ-TTg).
 */
export type OcopCode = {
  /** As it is kept and shown: with plain hyphens. */
  text: string;
  provinceCode: string;
  /** Null in the newer form. */
  districtCode: string | null;
  communeCode: string;
  number: string;
  year: number;
};

/** The year in which the programme began. */
const FIRST_YEAR = 2018;
const TYPED_MAX = 60;
// Hyphen, soft and non-breaking hyphens, dashes, minus, and what keyboards for other scripts have.
const DASHES = /[-\u00ad\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/gu;
const FORM = /^(\d{2})-(?:(\d{3})-)?(\d{5})-(\d{1,5})-(\d{4})$/;

/** What somebody typed, read strictly; null when it is no code. A year to come is none. */
export function readOcopCode(typed: string, thisYear: number): OcopCode | null {
  if (typed.length > TYPED_MAX) return null;
  const text = typed
    .trim()
    .replaceAll(DASHES, "-")
    .replaceAll(/\s*-\s*/gu, "-");
  const found = FORM.exec(text);
  if (!found) return null;
  const [, provinceCode = "", districtCode, communeCode = "", number = "", typedYear] = found;
  const year = Number(typedYear);
  if (year < FIRST_YEAR || year > thisYear) return null;
  if (/^0*$/.test(number)) return null;
  return {
    text,
    provinceCode,
    districtCode: districtCode ?? null,
    communeCode,
    number,
    year,
  };
}
