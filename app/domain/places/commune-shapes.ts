import type { mesh } from "topojson-client";

/** One ring of an area: longitudes and latitudes in degrees (WGS 84), the last the same as the first. */
export type Ring = readonly (readonly [number, number])[];
/** An area of one commune: outer rings and holes. */
export type Area = { code: string; polygons: readonly (readonly Ring[])[] };

type Mesh = Parameters<typeof mesh>;
type GeometryCollection = Extract<NonNullable<Mesh[1]>, { type: "GeometryCollection" }>;

/** Communes by their code (`id`), simplified: neighbours have each border once, so that none can leave a gap. */
export type CommuneShapes = Omit<Mesh[0], "objects"> & {
  objects: { communes: GeometryCollection };
};

/** What else a file had in it. `unknown` are the first codes of those that no commune has. */
export type ShapesLeftOut = { elsewhereCount: number; unknownCount: number; unknown: string[] };

/** Files of boundaries may be so large: whole provinces, ten times as fine as a screen shows. */
export const SHAPES_FILE_MAX_BYTES = 8 * 1024 * 1024;

export type KeptShapes = {
  id: string;
  fileName: string;
  /** Of the file as it was sent. */
  sha256: string;
  byteCount: number;
  shapes: CommuneShapes;
  leftOut: ShapesLeftOut;
  keptAt: number;
  keptBy: string | null;
};

/** Which map is in use since when; `kept` null: squares. */
export type MapChoice = {
  /** How often one was chosen before and with this. */
  place: number;
  chosenAt: number;
  chosenBy: string | null;
  kept: KeptShapes | null;
};

/** The communes that a map draws. */
export function codesOfShapes({ objects }: CommuneShapes): string[] {
  return objects.communes.geometries.map(({ id }) => String(id)).toSorted();
}
