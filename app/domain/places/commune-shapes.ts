import { mesh } from "topojson-client";
import type { Commune } from "./types";

/** One ring of an area: longitudes and latitudes in degrees (WGS 84), the last the same as the first. */
export type Ring = readonly (readonly [number, number])[];
/** An area of one commune: outer rings and holes. */
export type Area = { code: string; polygons: readonly (readonly Ring[])[] };

type Mesh = Parameters<typeof mesh>;
type GeometryCollection = Extract<NonNullable<Mesh[1]>, { type: "GeometryCollection" }>;

/** Communes by their code (`id`), simplified: what neighbours share they have once, so that it leaves no gap. */
export type CommuneShapes = Omit<Mesh[0], "objects"> & {
  objects: { communes: GeometryCollection };
};

/** What else a file had in it. `unknown` are the first codes of those that no commune has. */
export type ShapesLeftOut = {
  elsewhereCount: number;
  unknownCount: number;
  unknown: string[];
  /** Of areas. */
  noCodeCount: number;
};

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

/** What boundaries are for their province; `areApart`: most borders of neighbours do not meet. */
export type MeasuredShapes = { drawnCount: number; missing: Commune[]; areApart: boolean };

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

/** Fewer communes have little but an edge of the whole. */
const NEIGHBOURS_LEAST = 10;
/** Of the length of all borders; whole provinces have a quarter, a file whose borders miss each other nearly all. */
const EDGE_MOST = 0.6;

/** Whether most borders are one commune's alone, so that there are gaps between neighbours, or overlaps. */
export function areBordersApart(shapes: CommuneShapes): boolean {
  const { communes } = shapes.objects;
  if (communes.geometries.length < NEIGHBOURS_LEAST) return false;
  const all = lengthOf(mesh(shapes, communes));
  return lengthOf(mesh(shapes, communes, (a, b) => a === b)) > EDGE_MOST * all;
}

function lengthOf({ coordinates }: { coordinates: readonly (readonly number[])[][] }): number {
  let sum = 0;
  for (const line of coordinates) {
    for (const [i, [x = 0, y = 0]] of line.slice(1).entries()) {
      sum += Math.hypot(x - (line[i]?.[0] ?? 0), y - (line[i]?.[1] ?? 0));
    }
  }
  return sum;
}
