import { feature, mesh } from "topojson-client";
import type { CommuneShapes } from "~/domain/places/commune-shapes";

/** Steps of a pixel in which outlines are written: whole numbers are short. */
export const STEPS = 10;

type Position = readonly number[];
type Projection = (position: Position) => [number, number];
export type Outlines = {
  /** In `STEPS`; borders are what neighbours share and the edge of the whole, each once. */
  areas: { code: string; path: string }[];
  borders: string;
};

/** How high they are where they fit into so many pixels. */
export function heightOfShapes(
  shapes: CommuneShapes,
  box: { width: number; height: number },
): number {
  return fit(shapes, box).height;
}

/** The outlines of communes as paths of a drawing that fits into so many pixels. */
export function outlinesOf(
  shapes: CommuneShapes,
  box: { width: number; height: number },
): Outlines {
  const { project } = fit(shapes, box);
  const { communes } = shapes.objects;
  const lines = mesh(shapes, communes);
  return {
    areas: feature(shapes, communes).features.map(({ id, geometry }) => ({
      code: String(id),
      path: ringsOf(geometry)
        .map((ring) => pathOf(ring.slice(0, -1).map(project), "z"))
        .join(""),
    })),
    borders: lines.coordinates.map((line) => pathOf(line.map(project), "")).join(""),
  };
}

/** Outer rings run one way and holes the other, as a drawing asks; a file may have them in any. */
function ringsOf(geometry: { type: string; coordinates?: unknown }): Position[][] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  if (!/Polygon$/.test(geometry.type)) return [];
  return (polygons as Position[][][]).flatMap((rings) =>
    rings.map((ring, place) => (runsLeft(ring) === (place === 0) ? ring : ring.toReversed())),
  );
}

/** Whether what a ring encloses lies to the left of who goes along it. */
function runsLeft(ring: readonly Position[]): boolean {
  const twice = ring.map(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[i + 1] ?? ring[0] ?? [];
    return x * nextY - nextX * y;
  });
  return twice.reduce((sum, part) => sum + part, 0) > 0;
}

const EDGE = 4;

/** North is up, and a degree of longitude is as much shorter as it is in the middle of the map. */
function fit(
  { bbox }: CommuneShapes,
  box: { width: number; height: number },
): { height: number; project: Projection } {
  const [west = 0, south = 0, east = 0, north = 0] = bbox ?? [];
  const shrink = Math.cos((((north + south) / 2) * Math.PI) / 180);
  const [across, along] = [Math.max((east - west) * shrink, 1e-6), Math.max(north - south, 1e-6)];
  const scale = Math.min((box.width - 2 * EDGE) / across, (box.height - 2 * EDGE) / along);
  const left = (box.width - across * scale) / 2;
  return {
    height: Math.ceil(along * scale + 2 * EDGE),
    project: ([x = 0, y = 0]) => [
      Math.round((left + (x - west) * shrink * scale) * STEPS),
      Math.round((EDGE + (north - y) * scale) * STEPS),
    ],
  };
}

/** Where it begins, then each step as short as it can be written. */
function pathOf(points: readonly (readonly [number, number])[], end: "" | "z"): string {
  let [atX, atY] = points[0] ?? [0, 0];
  let path = `M${atX}${signed(atY)}l`;
  for (const [x, y] of points.slice(1)) {
    if (x === atX && y === atY) continue;
    path += `${path.endsWith("l") ? x - atX : signed(x - atX)}${signed(y - atY)}`;
    [atX, atY] = [x, y];
  }
  return path.endsWith("l") ? "" : path + end;
}

function signed(step: number): string {
  return step < 0 ? String(step) : ` ${step}`;
}
