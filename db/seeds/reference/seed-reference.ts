import { BANKS } from "../../../app/domain/payments/banks";
import { fold } from "../../../app/platform/fold";
import { newId } from "../../../app/platform/ids";
import { startOfDate } from "../../../app/platform/period";
import type { Connection } from "../../connect";
import { shippingTariffs } from "../../schema/fulfilment";
import { banks, communes, formerCommunes, provinces } from "../../schema/places";
import { commissionRules } from "../../schema/settlement";
import { taxRules, taxThresholds } from "../../schema/settlement-tax";
import { prepareInsert } from "../insert-rows";
import { atomically, markSeedState, seedStateOf } from "../seed-state";
import { applyOverlay } from "./apply-overlay";
import { matchFormerCommunes, type FormerCommune, type MatchReport } from "./match-former-communes";
import { OVERLAYS } from "./overlay";
import { SAMPLE_COMMISSION_RULES, SAMPLE_TARIFF } from "./rates";
import { TAX_RULES, TAX_THRESHOLDS } from "./tax-rules";
import { readPlacePackage, type PlaceSource } from "./read-package";

export type ReferenceReport = {
  provinceCount: number;
  communeCount: number;
  formerCommuneCount: number;
  matches: MatchReport;
};

/**
 * Writes what every installation needs before it opens: provinces, communes, former communes, banks, and sample
 * rates for shipping and commission. One transaction; on a file that has them it changes nothing.
 * @param report takes one line of text at a time
 */
export async function seedReference(
  connection: Connection,
  report: (line: string) => void,
): Promise<ReferenceReport | null> {
  if (seedStateOf(connection) !== "empty") return null;
  const places = OVERLAYS.reduce(applyOverlay, await readPlacePackage());
  const { rows, report: matches } = matchFormerCommunes(places);
  atomically(connection, () => {
    writePlaces(connection, places, rows);
    writeBanksAndRates(connection);
    markSeedState(connection, "reference");
  });
  const result = {
    provinceCount: places.provinces.length,
    communeCount: places.communes.length,
    formerCommuneCount: rows.length,
    matches,
  };
  for (const line of describeReference(result)) report(line);
  return result;
}

function writePlaces(connection: Connection, places: PlaceSource, formers: FormerCommune[]) {
  const insertProvince = prepareInsert(connection, provinces);
  for (const province of places.provinces) {
    insertProvince({ ...province, nameFolded: fold(province.name) });
  }
  const insertCommune = prepareInsert(connection, communes);
  for (const commune of places.communes) {
    insertCommune({ ...commune, nameFolded: fold(commune.name) });
  }
  const insertFormer = prepareInsert(connection, formerCommunes);
  for (const former of formers) {
    const { name, districtName, provinceName } = former;
    insertFormer({
      ...former,
      id: newId("frm"),
      searchFolded: fold(`${name} ${districtName} ${provinceName}`),
    });
  }
}

function writeBanksAndRates(connection: Connection) {
  const insertBank = prepareInsert(connection, banks);
  for (const { bin, shortName } of BANKS) insertBank({ bin, shortName });
  prepareInsert(
    connection,
    shippingTariffs,
  )({
    ...SAMPLE_TARIFF,
    id: newId("sht"),
    enteredAt: startOfDate(SAMPLE_TARIFF.effectiveOn),
  });
  const insertRule = prepareInsert(connection, commissionRules);
  for (const rule of SAMPLE_COMMISSION_RULES) insertRule({ ...rule, id: newId("cmr") });
  const insertTaxRule = prepareInsert(connection, taxRules);
  for (const rule of TAX_RULES) {
    const enteredAt = startOfDate(rule.effectiveOn);
    insertTaxRule({ ...rule, id: newId("txr"), enteredAt, agreedAt: enteredAt });
  }
  const insertThreshold = prepareInsert(connection, taxThresholds);
  for (const rule of TAX_THRESHOLDS) {
    const enteredAt = startOfDate(rule.effectiveOn);
    insertThreshold({ ...rule, id: newId("txt"), enteredAt, agreedAt: enteredAt });
  }
}

function describeReference(result: ReferenceReport): string[] {
  const { matches } = result;
  return [
    `${result.provinceCount} provinces, ${result.communeCount} communes, ${result.formerCommuneCount} former communes`,
    `former communes by code ${matches.byCode}, by padded code ${matches.byPaddedCode}, by name ${matches.byName}, ` +
      `unmatched ${matches.unmatched.length}, repeated ${matches.repeated}, nameless ${matches.nameless}`,
    ...matches.unmatched.map(
      (former) =>
        `unmatched: ${former.name}, ${former.districtName}, ${former.provinceName} -> ${former.newName} (${former.newCode}), ${former.newProvinceName}`,
    ),
  ];
}
