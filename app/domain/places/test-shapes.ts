import type { Area, CommuneShapes } from "./commune-shapes";
import { readBoundaryFile } from "./read-boundary-file.server";
import { simplifyAreas } from "./simplify-areas.server";
import { testBoundaries, testFeatures } from "./test-boundaries";

/** Test support: a crooked square for each code, in rows of so many, and more areas, as an upload keeps them. */
export function testShapes(
  codes: readonly string[],
  columns: number,
  more: readonly Area[] = [],
): CommuneShapes {
  const read = readBoundaryFile(testBoundaries(testFeatures(codes, columns)));
  if (!read.ok) throw new Error(read.code);
  return shapesOf([...read.value.areas, ...more]);
}

/** Test support: areas as an upload keeps them. */
export function shapesOf(areas: readonly Area[]): CommuneShapes {
  const simplified = simplifyAreas(areas);
  if (!simplified.ok) throw new Error(simplified.code);
  return simplified.value;
}
