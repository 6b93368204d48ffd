import { feature, mesh } from "topojson-client";
import type { CommuneShapes } from "~/domain/places/commune-shapes";
import { boundsOf, distance, type Bounds } from "./map-bounds";

/** Steps of a pixel in which outlines are written: whole numbers are short. */
export const STEPS = 10;

type Position = readonly number[];
type Point = readonly [number, number];
type Projection = (position: Position) => Point;
type Room = { width: number; height: number };
export type Outlines = {
  /** In `STEPS`; borders are what neighbours share and the edge of the whole, each once, and the frame of far islands. */
  areas: { code: string; path: string }[];
  borders: string;
};

/** How high they are where they fit into so many pixels. */
export function heightOfShapes(shapes: CommuneShapes, box: Room): number {
  return fit(shapes, box).height;
}

/** Whether islands so far away that the mainland would be small beside them have a frame of their own. */
export function hasFarIslands(shapes: CommuneShapes): boolean {
  return boundsOf(shapes).far !== null;
}

/** The outlines of communes as paths of a drawing that fits into so many pixels. */
export function outlinesOf(shapes: CommuneShapes, box: Room): Outlines {
  const { project, isFar, frame } = fit(shapes, box);
  const { communes } = shapes.objects;
  const lines = mesh(shapes, communes);
  const dots: string[] = [];
  return {
    areas: feature(shapes, communes).features.map(({ id, geometry }) => ({
      code: String(id),
      path: ringsOf(geometry)
        .map((ring) => {
          const points = ring.slice(0, -1).map(project);
          const dot = isFar(ring[0] ?? []) ? dotOf(points) : null;
          if (dot !== null) dots.push(dot);
          return dot ?? pathOf(points, "z");
        })
        .join(""),
    })),
    borders: [
      ...lines.coordinates.map((line) => pathOf(line.map(project), "")),
      ...dots,
      frame,
    ].join(""),
  };
}

/** Of an island, so that it is seen. */
const DOT = 4 * STEPS;

/** Instead of a far island that is smaller; null: it is not. */
function dotOf(points: readonly Point[]): string | null {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  if (east - west >= DOT || south - north >= DOT) return null;
  const [x, y] = [Math.round((west + east - DOT) / 2), Math.round((north + south - DOT) / 2)];
  return `M${x}${signed(y)}h${DOT}v${DOT}h${-DOT}z`;
}

/** Outer rings run one way and holes the other, as a drawing asks; a file may have them in any. */
function ringsOf(geometry: { type: string; coordinates?: unknown }): Position[][] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  if (!geometry.type.endsWith("Polygon")) return [];
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

/** The frame of far islands, below the map at its right. */
const FRAME = { part: 0.45, leastHeight: 28, mostHeight: 150, gap: 6 } as const;

type Fit = {
  height: number;
  project: Projection;
  isFar: (position: Position) => boolean;
  /** A path, or nothing. */
  frame: string;
};

/** North is up, and a degree of longitude is as much shorter as it is in the middle of the map. */
function fit(shapes: CommuneShapes, box: Room): Fit {
  const { main, far } = boundsOf(shapes);
  const scale = scaleOf(main, box);
  const height = heightAt(main, scale);
  const whole = projection(main, { scale, left: 0, top: 0, width: box.width, height });
  if (!far) return { height, project: whole, isFar: () => false, frame: "" };
  const width = Math.round(box.width * FRAME.part);
  // No larger than the mainland.
  const farScale = Math.min(scale, scaleOf(far, { width, height: FRAME.mostHeight }));
  const farHeight = Math.max(FRAME.leastHeight, heightAt(far, farScale));
  const [left, top] = [box.width - width - 1, height + FRAME.gap];
  const inFrame = projection(far, { scale: farScale, left, top, width, height: farHeight });
  const isFar = ([x = 0, y = 0]: Position) =>
    distance(main, { west: x, east: x, south: y, north: y }) > 0;
  const [frameX, frameY] = [left * STEPS, top * STEPS];
  const [across, along] = [width * STEPS, farHeight * STEPS];
  return {
    height: top + farHeight + EDGE,
    project: (position) => (isFar(position) ? inFrame(position) : whole(position)),
    isFar,
    frame: `M${frameX} ${frameY}h${across}v${along}h${-across}z`,
  };
}

function sizeOf({ west, south, east, north }: Bounds): { across: number; along: number } {
  const shrink = Math.cos((((north + south) / 2) * Math.PI) / 180);
  return { across: Math.max((east - west) * shrink, 1e-6), along: Math.max(north - south, 1e-6) };
}

function scaleOf(bounds: Bounds, room: Room): number {
  const { across, along } = sizeOf(bounds);
  return Math.min((room.width - 2 * EDGE) / across, (room.height - 2 * EDGE) / along);
}

function heightAt(bounds: Bounds, scale: number): number {
  return Math.ceil(sizeOf(bounds).along * scale + 2 * EDGE);
}

/** In the middle of its room. */
function projection(
  bounds: Bounds,
  room: Room & { scale: number; left: number; top: number },
): Projection {
  const { scale } = room;
  const { across, along } = sizeOf(bounds);
  const shrink = across / Math.max(bounds.east - bounds.west, 1e-6);
  const left = room.left + (room.width - across * scale) / 2;
  const top = room.top + (room.height - along * scale) / 2;
  return ([x = 0, y = 0]) => [
    Math.round((left + (x - bounds.west) * shrink * scale) * STEPS),
    Math.round((top + (bounds.north - y) * scale) * STEPS),
  ];
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
