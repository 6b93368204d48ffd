/** Test support: a made-up file of square communes that share crooked borders. */

const STEPS = 60;
const SIDE = 0.2;

/** The corner of a grid of squares, near the middle of the country. */
function corner(column: number, row: number): [number, number] {
  return [105 + column * SIDE, 22 - row * SIDE];
}

/** From one corner to another, bent by `bend` in the middle; the same points whichever way it is gone. */
function side(a: readonly number[], b: readonly number[]): [number, number][] {
  const isForward = (a[0] ?? 0) < (b[0] ?? 0) || (a[0] === b[0] && (a[1] ?? 0) < (b[1] ?? 0));
  const [from, to] = isForward ? [a, b] : [b, a];
  const points = Array.from({ length: STEPS }, (_, i): [number, number] => {
    const part = i / STEPS;
    const bend = Math.sin(part * Math.PI * 6) * Math.sin(part * Math.PI) * 0.02;
    const [x = 0, y = 0] = from;
    const [dx, dy] = [(to[0] ?? 0) - x, (to[1] ?? 0) - y];
    return [round(x + dx * part + dy * bend), round(y + dy * part - dx * bend)];
  });
  const whole = [...points, [to[0] ?? 0, to[1] ?? 0] as [number, number]];
  return isForward ? whole : whole.toReversed();
}

function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}

function square(column: number, row: number): [number, number][] {
  const corners = [
    corner(column, row),
    corner(column, row + 1),
    corner(column + 1, row + 1),
    corner(column + 1, row),
  ];
  const ring = corners.flatMap((one, i) => side(one, corners[(i + 1) % 4] ?? [0, 0]).slice(0, -1));
  return [...ring, ring[0] ?? [0, 0]];
}

export type TestFeature = {
  type: string;
  properties: Record<string, unknown> | null;
  geometry: { type: string; coordinates: unknown } | null;
};

/** A square for each code, in rows of so many. */
export function testFeatures(codes: readonly string[], columns = 2): TestFeature[] {
  return codes.map((code, i) => ({
    type: "Feature",
    properties: { code, name: `Xã ${code}` },
    geometry: { type: "Polygon", coordinates: [square(i % columns, Math.floor(i / columns))] },
  }));
}

/** As bytes of a file. */
export function testBoundaries(features: readonly unknown[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features }));
}
