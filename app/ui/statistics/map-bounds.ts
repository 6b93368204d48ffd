import { feature } from "topojson-client";
import type { CommuneShapes } from "~/domain/places/commune-shapes";

/** Degrees. */
export type Bounds = { west: number; south: number; east: number; north: number };

/** Parts that lie so far from the rest, such as Hoàng Sa and Trường Sa, would leave it no room on one map. */
const FAR_DEGREES = 2;

/** Where the largest part lies with all that is near it, and where the others lie, if there are some. */
export function boundsOf(shapes: CommuneShapes): { main: Bounds; far: Bounds | null } {
  const parts = feature(shapes, shapes.objects.communes)
    .features.flatMap(({ geometry }) => outerRings(geometry))
    .map(boundsOfRing);
  let main = parts.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0] ?? NOWHERE;
  let others = parts;
  for (;;) {
    const near = others.filter((one) => distance(main, one) <= FAR_DEGREES);
    if (near.length === 0) break;
    others = others.filter((one) => !near.includes(one));
    main = near.reduce(union, main);
  }
  return { main, far: others.length === 0 ? null : others.reduce(union) };
}

const NOWHERE: Bounds = { west: 0, south: 0, east: 0, north: 0 };

/** Of the gap between them along the wider of both directions; 0 where they touch. */
export function distance(a: Bounds, b: Bounds): number {
  return Math.max(0, b.west - a.east, a.west - b.east, b.south - a.north, a.south - b.north);
}

function union(a: Bounds, b: Bounds): Bounds {
  return {
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  };
}

function sizeOf({ west, south, east, north }: Bounds): number {
  return (east - west) * (north - south);
}

type Ring = readonly (readonly number[])[];

function outerRings(geometry: { type: string; coordinates?: unknown }): Ring[] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return (polygons as Ring[][]).flatMap(([outer]) => (outer ? [outer] : []));
}

function boundsOfRing(ring: Ring): Bounds {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x = 0, y = 0] of ring) {
    bounds.west = Math.min(bounds.west, x);
    bounds.east = Math.max(bounds.east, x);
    bounds.south = Math.min(bounds.south, y);
    bounds.north = Math.max(bounds.north, y);
  }
  return bounds;
}
