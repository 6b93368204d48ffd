import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { paths } from "~/web/paths";
import { PALETTES } from "./drawing-scenes";
import { DRAWINGS, DRAWN_SETS, drawingOf, VARIANTS } from "./drawing-variants";
import { buildPictureSheet, buildSetPicture, drawingFile, drawVariant } from "./picture-sheet";

const sourceOf = (set: number) => readFileSync(drawingFile(set), "utf8");

// After a change of a drawing: npx vitest run --config e2e/vitest.config.ts -u app/ui/catalog/picture-sheet.test.ts
describe("public/pictures", () => {
  it("holds the drawings in all variants in one file", async () => {
    await expect(buildPictureSheet(DRAWINGS.map(sourceOf))).toMatchFileSnapshot(
      "../../../public/pictures/sets.svg",
    );
  });

  it.each(DRAWINGS)("holds set %i by itself", async (set) => {
    const path = paths.setPicture({ drawing: set, variant: 0 }).split("?")[0];
    await expect(buildSetPicture(sourceOf(set), set)).toMatchFileSnapshot(`../../../public${path}`);
  });

  it("has an address of its own for each state of the drawings", () => {
    const hash = createHash("sha256").update(buildPictureSheet(DRAWINGS.map(sourceOf)));
    for (const set of DRAWINGS) hash.update(buildSetPicture(sourceOf(set), set));
    // After a change: this is DRAWN in web/paths.ts.
    const drawn = hash.digest("hex").slice(0, 8);
    expect(paths.pictureInSheet({ drawing: 4, variant: 2 })).toBe(
      `/pictures/sets.svg?v=${drawn}#set-04-2`,
    );
    expect(paths.setPicture({ drawing: 4, variant: 2 })).toBe(`/pictures/set-04.svg?v=${drawn}#v2`);
  });

  it("keeps every id its own, and uses none that is not there", () => {
    for (const file of ["sets", "set-04", "set-25"]) {
      const svg = readFileSync(`public/pictures/${file}.svg`, "utf8");
      const ids = [...svg.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, used] of svg.matchAll(/(?:href="|url\()#([\w-]+)/g))
        expect(ids).toContain(used);
    }
  });
});

describe("a variant", () => {
  it("is the same wherever a product is shown, and each is somebody's", () => {
    const slugs = Array.from({ length: 600 }, (_, i) => `che-shan-tuyet-${i}`);
    const counts = VARIANTS.map(
      (_, k) => slugs.filter((slug) => drawingOf({ ocopSet: 11, slug }).variant === k).length,
    );
    expect(Math.min(...counts)).toBeGreaterThan(60);
    const honey = { ocopSet: 4, slug: "mat-ong" };
    expect(drawingOf(honey)).toEqual(drawingOf({ ...honey }));
  });

  it.each([
    [1, "cam-sanh-ham-yen", 27],
    [1, "thanh-long-ruot-do", 27],
    [1, "ot-gio-tuoi", 1],
    [1, "lech-cam", 1],
    [7, "cam-say-deo", 7],
  ])("of set %i and %s is of drawing %i", (ocopSet, slug, drawing) => {
    expect(drawingOf({ ocopSet, slug }).drawing).toBe(drawing);
  });

  it.each(DRAWINGS)("of set %i looks like no other", (set) => {
    const drawn = VARIANTS.map((_, k) => drawVariant(sourceOf(set), { drawing: set, variant: k }));
    expect(new Set(drawn).size).toBe(VARIANTS.length);
    for (const svg of drawn) expect(svg).not.toMatch(/var\(|undefined|\0/);
  });

  it("stands on grounds that there are, and dyes colours that its drawing has", () => {
    for (const set of DRAWINGS) {
      const grounds = DRAWN_SETS[set]?.grounds ?? [];
      expect(grounds.filter((ground) => !(ground in PALETTES))).toEqual([]);
      expect(grounds).toHaveLength(VARIANTS.length - 1);
      for (const [drawn] of DRAWN_SETS[set]?.dyes ?? []) {
        expect([set, sourceOf(set).includes(`"${drawn}"`)]).toEqual([set, true]);
      }
    }
  });
});
