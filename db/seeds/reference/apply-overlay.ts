import { invariant, present } from "../../../app/platform/invariant";
import type { Overlay } from "./overlay";
import type { PlaceSource } from "./read-package";

/** The places as the overlay corrects them; throws when it corrects what is not there or already so. */
export function applyOverlay(source: PlaceSource, overlay: Overlay): PlaceSource {
  const codeOf = (code: string) => overlay.communeCodes[code] ?? code;
  const result: PlaceSource = {
    provinces: source.provinces.map((province) => ({
      ...province,
      name: overlay.provinceNames[province.code] ?? province.name,
    })),
    communes: source.communes.map((commune) => {
      const code = codeOf(commune.code);
      return { ...commune, code, name: overlay.communeNames[code] ?? commune.name };
    }),
    formerCommunes: source.formerCommunes.map((former) => ({
      ...former,
      newCode: codeOf(former.newCode),
    })),
  };
  nameIslandDistricts(result, overlay);
  checkThatAllApplied(source, result, overlay);
  return result;
}

function nameIslandDistricts(places: PlaceSource, overlay: Overlay) {
  for (const island of overlay.islandDistricts) {
    const former = present(
      places.formerCommunes.find((one) => one.newCode === island.communeCode && one.name === null),
      `overlay ${overlay.asOf}: no nameless former commune of ${island.communeCode}`,
    );
    former.name = island.districtName;
    former.districtName = island.districtName;
    former.provinceName = island.provinceName;
  }
}

function checkThatAllApplied(before: PlaceSource, after: PlaceSource, overlay: Overlay) {
  const oldCodes = new Set(before.communes.map((commune) => commune.code));
  for (const code of Object.keys(overlay.communeCodes)) {
    invariant(oldCodes.has(code), `overlay ${overlay.asOf}: no commune ${code} to correct`);
  }
  const named = new Set([...after.provinces, ...after.communes].map((place) => place.code));
  for (const code of [
    ...Object.keys(overlay.provinceNames),
    ...Object.keys(overlay.communeNames),
  ]) {
    invariant(named.has(code), `overlay ${overlay.asOf}: no place ${code} to name`);
  }
}
