import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { takesFile } from "./read-body";

const ROUTES = fileURLToPath(new URL("../routes", import.meta.url));
/** Of a few kilobytes: it fits into any form. */
const SIGNATURES = /signature/;

function pathOf(file: string): string {
  const parts = file
    .replace(/^_store\./, "")
    .replace(/\.tsx?$/, "")
    .split(".");
  return `/${parts.map((one) => one.replace(/_$/, "").replace(/^\$.*/, "x1")).join("/")}`;
}

it("lets a file in at every door whose form brings one", () => {
  const doors = readdirSync(ROUTES)
    .filter((file) => !file.includes(".test.") && !SIGNATURES.test(file))
    .filter((file) =>
      /\b(uploadedFiles?|sentFiles?|photoOf|listingPhotoOf)\(/.test(
        readFileSync(`${ROUTES}/${file}`, "utf8"),
      ),
    )
    .map(pathOf);
  expect(doors.length).toBeGreaterThan(8);
  expect(doors.filter((path) => !takesFile(path))).toEqual([]);
});
