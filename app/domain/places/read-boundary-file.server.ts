import { decodeText } from "~/platform/decode-text";
import { fail, succeed, type Failure, type Result } from "~/platform/result";
import { SHAPES_FILE_MAX_BYTES, type Area, type Ring } from "./commune-shapes";

export type BoundaryFileCode =
  | "map_file_missing"
  | "map_file_too_large"
  | "map_file_no_json"
  | "map_file_nested"
  | "map_file_no_collection"
  | "map_file_crowded"
  | "map_file_no_area"
  | "map_file_broken"
  | "map_file_projected"
  | "map_file_swapped"
  | "map_file_outside"
  | "map_file_no_code";

/** A multipolygon's numbers lie six deep in their file; the rest is for what others write into properties. */
const DEPTH_MAX = 20;
/** Lists and objects, which cost far more in memory than in the file. */
const NODES_MAX = 600_000;
const FEATURES_MAX = 5_000;
/** A province has a quarter of it; joining borders takes time by the square of points that were made to hinder it. */
const POINTS_MAX = 40_000;
/** Where a commune can lie, with Trường Sa and some room. */
const BOX = { west: 101, east: 118, south: 6, north: 24 } as const;
/** Names that the code of a commune goes by in files of Vietnamese offices, in small letters and without underscores. */
const CODE_NAMES = ["maxa", "code"] as const;

/**
 * The areas of a GeoJSON file (RFC 7946) by the code in their properties, several features of one code together. Says
 * what is wrong with a file that cannot be drawn, with the number of the feature in `feature` where it is one's. Features
 * without a code are counted and left out.
 */
export function readBoundaryFile(
  bytes: Uint8Array | null,
): Result<{ areas: Area[]; noCodeCount: number }, BoundaryFileCode> {
  if (bytes === null) return fail("map_file_missing");
  if (bytes.length > SHAPES_FILE_MAX_BYTES) return fail("map_file_too_large");
  const text = decodeText(bytes);
  if (text === null) return fail("map_file_no_json");
  if (!isShallow(text)) return fail("map_file_nested");
  const file = parse(text);
  if (file === undefined) return fail("map_file_no_json");
  if (!isRecord(file) || file["type"] !== "FeatureCollection")
    return fail("map_file_no_collection");
  const features: unknown = file["features"];
  if (!Array.isArray(features) || features.length === 0) return fail("map_file_no_collection");
  if (features.length > FEATURES_MAX) return fail("map_file_crowded");
  const areas = new Map<string, Ring[][]>();
  let pointCount = 0;
  let noCodeCount = 0;
  for (const [index, feature] of features.entries()) {
    const read = readFeature(feature);
    if (typeof read === "string") return fail(read, { feature: index + 1 });
    pointCount += read.polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
    if (pointCount > POINTS_MAX) return fail("map_file_crowded");
    if (read.code === null) {
      noCodeCount += 1;
      continue;
    }
    const known = areas.get(read.code);
    if (known) for (const polygon of read.polygons) known.push(polygon);
    else areas.set(read.code, read.polygons);
  }
  if (areas.size === 0) return fail("map_file_no_code");
  const read = [...areas].map(([code, polygons]) => ({ code, polygons }));
  return succeed({ areas: read, noCodeCount });
}

type Fault = Failure<BoundaryFileCode>["code"];
type Feature = { code: string | null; polygons: Ring[][] };

function readFeature(feature: unknown): Feature | Fault {
  if (!isRecord(feature) || feature["type"] !== "Feature") return "map_file_no_collection";
  const geometry: unknown = feature["geometry"];
  if (!isRecord(geometry)) return "map_file_no_area";
  const { type, coordinates } = geometry;
  if (type !== "Polygon" && type !== "MultiPolygon") return "map_file_no_area";
  const written: unknown = type === "Polygon" ? [coordinates] : coordinates;
  if (!Array.isArray(written) || written.length === 0) return "map_file_broken";
  const polygons: Ring[][] = [];
  for (const polygon of written as unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return "map_file_broken";
    const rings: Ring[] = [];
    for (const ring of polygon as unknown[]) {
      const read = readRing(ring);
      if (typeof read === "string") return read;
      rings.push(read);
    }
    polygons.push(rings);
  }
  return { code: codeOf(feature["properties"]), polygons };
}

function readRing(ring: unknown): Ring | Fault {
  if (!Array.isArray(ring) || ring.length < 4) return "map_file_broken";
  const points: [number, number][] = [];
  for (const position of ring as unknown[]) {
    if (!Array.isArray(position)) return "map_file_broken";
    const [x, y] = position as unknown[];
    if (typeof x !== "number" || typeof y !== "number") return "map_file_broken";
    const fault = placeFault(x, y);
    if (fault) return fault;
    points.push([x, y]);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return "map_file_broken";
  if (points.every(([x, y]) => x === first?.[0] && y === first[1])) return "map_file_broken";
  return points;
}

/** JSON has no infinity but a number as long as `1e999`, which is outside too. */
function placeFault(x: number, y: number): Fault | null {
  if (isInside(x, y)) return null;
  if (isInside(y, x)) return "map_file_swapped";
  return Math.abs(x) > 180 || Math.abs(y) > 180 ? "map_file_projected" : "map_file_outside";
}

function isInside(x: number, y: number): boolean {
  return x >= BOX.west && x <= BOX.east && y >= BOX.south && y <= BOX.north;
}

/** Five digits; where a program made numbers of them, the zeros in front are put back. */
function codeOf(properties: unknown): string | null {
  if (!isRecord(properties)) return null;
  for (const name of CODE_NAMES) {
    for (const [property, value] of Object.entries(properties)) {
      if (property.toLowerCase().replaceAll("_", "") !== name) continue;
      if (typeof value !== "string" && typeof value !== "number") continue;
      const digits = String(value).trim();
      if (/^\d{1,5}$/.test(digits)) return digits.padStart(5, "0");
    }
  }
  return null;
}

/** Whether reading it costs memory in proportion to what it draws; looked at before anything is made of it. */
function isShallow(text: string): boolean {
  let depth = 0;
  let nodes = 0;
  let isText = false;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charCodeAt(i);
    if (isText) {
      if (letter === 0x5c) i += 1;
      else if (letter === 0x22) isText = false;
    } else if (letter === 0x22) isText = true;
    else if (letter === 0x5b || letter === 0x7b) {
      depth += 1;
      nodes += 1;
      if (depth > DEPTH_MAX || nodes > NODES_MAX) return false;
    } else if (letter === 0x5d || letter === 0x7d) depth -= 1;
  }
  return true;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
