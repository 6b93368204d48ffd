import { fold } from "../../../app/platform/fold";
import { isSameStem, spellingKey, stemOf } from "./place-names";
import type { CommuneName, FormerCommuneSource, PlaceName, PlaceSource } from "./read-package";

export type FormerCommune = {
  code: string;
  name: string;
  districtName: string;
  provinceName: string;
  communeCode: string | null;
};

/** How many rows found their commune in which way; `unmatched` are kept with no commune. */
export type MatchReport = {
  byCode: number;
  byPaddedCode: number;
  byName: number;
  unmatched: FormerCommuneSource[];
  /** Rows that say again what another says. */
  repeated: number;
  /** Rows without a former name that no overlay knows. */
  nameless: number;
};

/**
 * Ties each former commune to the commune it is in now. A code counts only when the commune that has it lies in
 * the province the row names and bears the name the row gives: of the package's rows about a hundred carry a code
 * that belongs to a place elsewhere (`976`, padded, is a commune of Tuyên Quang; the row speaks of Nghệ An).
 */
export function matchFormerCommunes(places: PlaceSource): {
  rows: FormerCommune[];
  report: MatchReport;
} {
  const finder = createFinder(places);
  const report: MatchReport = {
    byCode: 0,
    byPaddedCode: 0,
    byName: 0,
    unmatched: [],
    repeated: 0,
    nameless: 0,
  };
  const rows = new Map<string, FormerCommune>();
  for (const former of places.formerCommunes) {
    const { name, districtName, provinceName } = former;
    if (name === null || districtName === null || provinceName === null) {
      report.nameless += 1;
      continue;
    }
    const communeCode = finder(former, report);
    const key = [name, districtName, provinceName, communeCode].join("|");
    const known = rows.get(key);
    if (known) report.repeated += 1;
    const code = known && known.code !== "" ? known.code : former.code;
    rows.set(key, { code, name, districtName, provinceName, communeCode });
  }
  return { rows: [...rows.values()], report };
}

function createFinder(places: PlaceSource) {
  const byCode = new Map(places.communes.map((commune) => [commune.code, commune]));
  const names = indexByName(places.communes);
  const provinceByStem = new Map(places.provinces.map((one) => [provinceKey(one), one.code]));

  return (former: FormerCommuneSource, report: MatchReport): string | null => {
    const provinceCode = provinceByStem.get(provinceKey({ name: former.newProvinceName }));
    const fits = (commune: CommuneName | undefined): commune is CommuneName =>
      commune !== undefined &&
      commune.provinceCode === provinceCode &&
      isSameStem(commune.name, former.newName);

    const exact = byCode.get(former.newCode);
    if (fits(exact)) {
      report.byCode += 1;
      return exact.code;
    }
    const padded = byCode.get(former.newCode.padStart(5, "0"));
    if (fits(padded)) {
      report.byPaddedCode += 1;
      return padded.code;
    }
    const named = provinceCode === undefined ? null : names(provinceCode, former.newName);
    if (named === null) report.unmatched.push(former);
    else report.byName += 1;
    return named;
  };
}

/** By full name, else without its kind, else without diacritics; only where one commune of the province fits. */
function indexByName(communes: readonly CommuneName[]) {
  const keysOf = [
    (name: string) => spellingKey(name),
    (name: string) => spellingKey(stemOf(name)),
    (name: string) => fold(stemOf(name)),
  ];
  const indexes = keysOf.map((keyOf) => {
    const index = new Map<string, string | null>();
    for (const { provinceCode, name, code } of communes) {
      const key = `${provinceCode} ${keyOf(name)}`;
      index.set(key, index.has(key) ? null : code);
    }
    return (provinceCode: string, name: string) => index.get(`${provinceCode} ${keyOf(name)}`);
  });
  return (provinceCode: string, name: string): string | null => {
    for (const find of indexes) {
      const code = find(provinceCode, name);
      if (code) return code;
    }
    return null;
  };
}

function provinceKey(province: Pick<PlaceName, "name">): string {
  return spellingKey(stemOf(province.name));
}
