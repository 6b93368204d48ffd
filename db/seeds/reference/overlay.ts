import { z } from "zod";
import overlay202607 from "./overlay-2026-07.json";

const communeCode = z.string().regex(/^\d{5}$/);
const provinceCode = z.string().regex(/^\d{2}$/);
const name = z.string().min(2);

/** What a later decree or the official list says otherwise than the package that the places come from. */
const overlaySchema = z.strictObject({
  asOf: z.iso.date(),
  source: z.string(),
  /** Wrong code -> official code. */
  communeCodes: z.record(communeCode, communeCode),
  /** By code: the official name. */
  provinceNames: z.record(provinceCode, name),
  /** By official code: the official name. */
  communeNames: z.record(communeCode, name),
  /** Districts that had no communes; the package leaves their former name blank. */
  islandDistricts: z.array(z.strictObject({ communeCode, districtName: name, provinceName: name })),
});

export type Overlay = z.infer<typeof overlaySchema>;

/** In the order they came into force; a new decree is a new file here. */
export const OVERLAYS: readonly Overlay[] = [overlaySchema.parse(overlay202607)];
