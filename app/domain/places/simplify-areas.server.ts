import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Area, CommuneShapes } from "./commune-shapes";

/** Steps across the whole map: one is about 20 m of a province, which no screen shows. */
const STEPS = 10_000;
/** Points of all borders together, of which a drawing of 60 KB is made. */
const POINTS_MAX = 2_200;

/**
 * As few points as a small drawing needs, the weightiest kept (Visvalingam). Borders are simplified once for both
 * neighbours, so no gap comes up; each keeps a point of its own, so that no commune is squeezed to nothing.
 */
export function simplifyAreas(areas: readonly Area[]): CommuneShapes {
  const communes = {
    type: "FeatureCollection" as const,
    features: areas.map(({ code, polygons }) => ({
      type: "Feature" as const,
      id: code,
      properties: null,
      geometry: {
        type: "MultiPolygon" as const,
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
      },
    })),
  };
  const whole = topology({ communes }, STEPS) as Topology<{ communes: GeometryCollection }>;
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
  return quantize(simplify(weighed, least), STEPS) as CommuneShapes;
}

type Point = readonly number[];

function weightOf(point: Point): number {
  return point[2] ?? 0;
}

function isSame(a: Point | undefined, b: Point | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
