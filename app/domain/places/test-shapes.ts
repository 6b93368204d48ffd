import type { CommuneShapes } from "./commune-shapes";
import { readBoundaryFile } from "./read-boundary-file.server";
import { simplifyAreas } from "./simplify-areas.server";
import { testBoundaries, testFeatures } from "./test-boundaries";

/** Test support: a crooked square for each code, in rows of so many, as an upload keeps them. */
export function testShapes(codes: readonly string[], columns: number): CommuneShapes {
  const read = readBoundaryFile(testBoundaries(testFeatures(codes, columns)));
  if (!read.ok) throw new Error(read.code);
  const simplified = simplifyAreas(read.value.areas);
  if (!simplified.ok) throw new Error(simplified.code);
  return simplified.value;
}
