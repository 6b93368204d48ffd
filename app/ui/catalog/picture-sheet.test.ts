import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { OCOP_SETS } from "~/domain/catalog/ocop-sets";
import { paths } from "~/web/paths";
import { buildPictureSheet } from "./picture-sheet";

// After a change of a drawing: npx vitest run --config e2e/vitest.config.ts -u app/ui/catalog/picture-sheet.test.ts
it("public/pictures/sets.svg holds the 26 drawings as they are", async () => {
  const drawings = OCOP_SETS.map((set) => readFileSync(`public${paths.setPicture(set)}`, "utf8"));
  await expect(buildPictureSheet(drawings)).toMatchFileSnapshot(
    "../../../public/pictures/sets.svg",
  );
});

it("keeps every id of the drawings its own", () => {
  const sheet = readFileSync("public/pictures/sets.svg", "utf8");
  const ids = [...sheet.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
});
