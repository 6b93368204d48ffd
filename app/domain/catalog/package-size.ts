/** A pack as it is sent, in whole centimetres, measured over its widest. */
export type PackageSize = { lengthCm: number; widthCm: number; heightCm: number };

export const PACKAGE_SIDES = ["lengthCm", "widthCm", "heightCm"] as const;

/** Longer than this no carrier takes as a parcel. */
export const PACKAGE_SIDE_MAX_CM = 300;

export function volumeCm3({ lengthCm, widthCm, heightCm }: PackageSize): number {
  return lengthCm * widthCm * heightCm;
}
