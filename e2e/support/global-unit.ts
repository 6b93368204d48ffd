import { rmSync } from "node:fs";
import { temporaryFolder } from "./shop";

/** All that the unit tests of a run put into the system's temporary folder, also those that were cut short. */
export default function globalUnit(): () => void {
  const folder = temporaryFolder("unit");
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
