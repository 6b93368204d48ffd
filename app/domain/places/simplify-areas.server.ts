import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import { fail, succeed, type Result } from "~/platform/result";
import type { Area, CommuneShapes, Ring } from "./commune-shapes";

/** Steps across the whole map: one is about 20 m of a province, which no screen shows. */
const STEPS = 10_000;
/** Islands and holes beside each commune's largest part; what is smaller than these is no pixel. */
const PARTS_MAX = 300;
/** Points of all borders together, of which a drawing of 60 KB is made. */
const POINTS_MAX = 3_000;

/**
 * As few points as a small drawing needs, the weightiest kept (Visvalingam). Borders are simplified once for both
 * neighbours, so that where they met no gap comes up; each keeps a point of its own, so that no commune is squeezed to
 * nothing. Refuses borders that cross and touch in so many points that they cannot be made small.
 */
export function simplifyAreas(areas: readonly Area[]): Result<CommuneShapes, "map_file_borders"> {
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
  let room = POINTS_MAX;
  for (const arc of weighed.arcs) {
    const inner = arc.slice(1, -1).toSorted((a, b) => weightOf(b) - weightOf(a));
    const own = inner.splice(0, isSame(arc[0], arc.at(-1)) ? 2 : 1);
    for (const point of own) point[2] = Infinity;
    for (const point of inner) free.push(weightOf(point));
    room -= 2 + own.length;
  }
  if (room < 0) return fail("map_file_borders");
  const weights = free.toSorted((a, b) => b - a);
  const gone = weights[room] ?? -1;
  const least = weights.findLast((weight) => weight > gone) ?? Infinity;
  return succeed(quantize(simplify(weighed, least), STEPS) as CommuneShapes);
}

/** Without the smallest of many islands and holes: those past `PARTS_MAX`. */
function withoutSpecks(areas: readonly Area[]): readonly Area[] {
  const main = new Map(areas.map(({ code, polygons }) => [code, largestOf(polygons)]));
  const parts = areas.flatMap(({ code, polygons }) =>
    polygons.flatMap((one) => (one === main.get(code) ? one.slice(1) : one)),
  );
  const sizes = new Map(parts.map((ring) => [ring, sizeOf(ring)]));
  const largest = parts.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  const kept = new Set(largest.slice(0, PARTS_MAX));
  return areas.map(({ code, polygons }) => ({
    code,
    polygons: polygons
      .filter((one) => one === main.get(code) || (one[0] && kept.has(one[0])))
      .map(([outer = [], ...holes]) => [outer, ...holes.filter((hole) => kept.has(hole))]),
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
