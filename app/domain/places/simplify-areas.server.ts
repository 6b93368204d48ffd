import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import { fail, succeed, type Result } from "~/platform/result";
import type { Area, CommuneShapes, Ring } from "./commune-shapes";

/** Steps across the whole map: one is about 20 m of a province, which no screen shows. */
const STEPS = 10_000;
/** Islands and holes beside each commune's largest part; what is smaller than these is no pixel. */
const PARTS_MAX = 300;
/** Of what is kept as JSON: four times what a province takes. */
const SHAPES_MAX_LENGTH = 160_000;
/** Points of all borders together, of which a drawing of 60 KB is made. */
const POINTS_MAX = 2_200;

/**
 * As few points as a small drawing needs, the weightiest kept (Visvalingam). Borders are simplified once for both
 * neighbours, so no gap comes up; each keeps a point of its own, so that no commune is squeezed to nothing. Refuses borders
 * that meet in so many points that they cannot be made small.
 */
export function simplifyAreas(areas: readonly Area[]): Result<CommuneShapes, "map_file_crowded"> {
  const communes = {
    type: "FeatureCollection" as const,
    features: withoutSpecks(areas).map(({ code, polygons }) => ({
      type: "Feature" as const,
      id: code,
      properties: null,
      geometry: {
        type: "MultiPolygon" as const,
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
      },
    })),
  };
  const whole = topology({ communes }, STEPS) as CommuneShapes;
  const weighed = presimplify(whole);
  const free: number[] = [];
  for (const arc of weighed.arcs) {
    const inner = arc.slice(1, -1).toSorted((a, b) => weightOf(b) - weightOf(a));
    const isRing = isSame(arc[0], arc.at(-1));
    for (const [place, point] of inner.entries()) {
      if (place < (isRing ? 2 : 1)) point[2] = Infinity;
      else free.push(weightOf(point));
    }
  }
  const kept = free.toSorted((a, b) => b - a);
  const least = kept[POINTS_MAX - 1] ?? 0;
  const shapes = quantize(simplify(weighed, least), STEPS) as CommuneShapes;
  const isSmall = JSON.stringify(shapes).length <= SHAPES_MAX_LENGTH;
  return isSmall ? succeed(shapes) : fail("map_file_crowded");
}

/** Without the smallest of many islands and holes: those past `PARTS_MAX`. */
function withoutSpecks(areas: readonly Area[]): readonly Area[] {
  const main = new Map(areas.map(({ code, polygons }) => [code, largestOf(polygons)]));
  const parts = areas.flatMap(({ code, polygons }) => [
    ...polygons.filter((one) => one !== main.get(code)).map((one) => sizeOf(one[0])),
    ...polygons.flatMap((one) => one.slice(1).map(sizeOf)),
  ]);
  const least = parts.toSorted((a, b) => b - a)[PARTS_MAX] ?? -1;
  return areas.map(({ code, polygons }) => ({
    code,
    polygons: polygons
      .filter((one) => one === main.get(code) || sizeOf(one[0]) > least)
      .map(([outer = [], ...holes]) => [outer, ...holes.filter((hole) => sizeOf(hole) > least)]),
  }));
}

function largestOf(polygons: readonly (readonly Ring[])[]): readonly Ring[] | undefined {
  return polygons.toSorted((a, b) => sizeOf(b[0]) - sizeOf(a[0]))[0];
}

/** Twice the area of a ring, in degrees. */
function sizeOf(ring: Ring = []): number {
  let sum = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0];
    sum += x * nextY - nextX * y;
  }
  return Math.abs(sum);
}

type Point = readonly number[];

function weightOf(point: Point): number {
  return point[2] ?? 0;
}

function isSame(a: Point | undefined, b: Point | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
