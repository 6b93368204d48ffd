import { fold } from "~/platform/fold";
import { stemOfPlace, typedPlaceOf } from "./place-name";
import type { RenamedCommune } from "./types";

/**
 * Those that are meant by a commune's name from before July 2025 as somebody types it, with or without its kind and
 * accents; what stands behind a comma is passed over. Several where the name was used more than once or is split now.
 */
export function meantByFormerName(
  former: readonly RenamedCommune[],
  typed: string,
): RenamedCommune[] {
  const place = typed.split(",")[0] ?? "";
  // Some begin like a kind: "Phương Độ" is no phường.
  const names = new Set([fold(place).trim(), typedPlaceOf(place)]);
  return former.filter(({ formerName }) => names.has(fold(stemOfPlace(formerName))));
}
