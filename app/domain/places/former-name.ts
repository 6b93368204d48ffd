import { fold } from "~/platform/fold";
import { stemOfPlace, typedPlaceOf } from "./place-name";
import type { RenamedCommune } from "./types";

type Renamed = {
  /** Where it is told, and what, with its figures (`errorText`). */
  field: string;
  code: string;
  /** Of the commune of today; empty where it is not known or may be several. */
  communeCode: string;
};

/**
 * What is told of a form in which no commune was chosen but an old name typed, instead of "please choose"; null of any
 * other.
 */
export function renamedIn(
  fields: { communeCode?: unknown; oldCommune?: unknown },
  former: readonly RenamedCommune[],
): Renamed | null {
  const { communeCode, oldCommune: typed } = fields;
  if (typeof typed !== "string" || typed.trim() === "" || communeCode) return null;
  const found = meantByFormerName(former, typed);
  const [first] = found;
  if (first === undefined) {
    return { field: "oldCommune", code: "old_commune_unknown", communeCode: "" };
  }
  const isOne = found.every(({ code }) => code === first.code);
  const { formerName: old, name: now } = first;
  const one = old === now ? told("commune_chosen", { now }) : told("commune_renamed", { old, now });
  const code = isOne ? one : told("commune_name_shared", { names: namesOf(found) });
  return { field: "communeCode", code, communeCode: isOne ? first.code : "" };
}

/**
 * Those that are meant by a commune's name from before July 2025 as somebody types it, with or without its kind and
 * accents; what stands behind a comma is passed over. Several where the name was used more than once or is split now.
 */
function meantByFormerName(former: readonly RenamedCommune[], typed: string): RenamedCommune[] {
  const place = typed.split(",")[0] ?? "";
  // Some begin like a kind: "Phương Độ" is no phường.
  const names = new Set([fold(place).trim(), typedPlaceOf(place)]);
  if (names.has("")) return [];
  return former.filter(({ formerName }) => names.has(fold(stemOfPlace(formerName))));
}

function told(code: string, figures: Record<string, string>): string {
  return `${code}?${new URLSearchParams(figures)}`;
}

/** `Xã Minh Tân (Huyện Vị Xuyên) → Xã Minh Tân; ...` */
function namesOf(found: readonly RenamedCommune[]): string {
  return found
    .map(({ formerName, districtName, name }) => `${formerName} (${districtName}) → ${name}`)
    .join("; ");
}
