import { openScene, paintScene, paletteStyles, SCENES, type SceneName } from "./drawing-scenes";
import { DRAWN_SETS, VARIANTS, type DrawnSet } from "./drawing-variants";

const WIDTH = 400;
const HEIGHT = 300;
const PLACE_SHAPES = 3;
const LETTERS = "abcdefghijkl";
const TURNED = `matrix(-1 0 0 1 ${WIDTH} 0)`;

type Drawing = {
  id: string;
  set: DrawnSet;
  /** The place as first drawn. */
  place: string;
  thing: string;
  /** The brocade below. */
  band: string;
};

/** @param drawing a whole SVG document of 400 x 300: the shapes of its place, then the thing, then the band */
function takeApart(drawing: string, ocopSet: number): Drawing {
  const id = `s${String(ocopSet).padStart(2, "0")}`;
  const set = DRAWN_SETS[ocopSet] ?? { grounds: [] };
  const content = drawing
    .replace(/^<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replaceAll("\n", "");
  const bandAt = content.lastIndexOf("<pattern");
  let thingAt = 0;
  for (let shape = 0; shape < (set.placeShapes ?? PLACE_SHAPES); shape += 1) {
    thingAt = content.indexOf("/>", thingAt) + "/>".length;
  }
  return {
    id,
    set,
    place: content.slice(0, thingAt),
    thing: content.slice(thingAt, bandAt),
    band: content.slice(bandAt).replaceAll(`${id}z`, "band"),
  };
}

/** Where the drawing of a set lies as it was drawn. */
export function drawingFile(ocopSet: number): string {
  return `app/ui/catalog/drawings/set-${String(ocopSet).padStart(2, "0")}.svg`;
}

/** One variant of a set's drawing as an SVG document by itself, for pictures that are made on the server. */
export function drawVariant(drawing: string, ocopSet: number, variant: number): string {
  const { place, thing, band, set } = takeApart(drawing, ocopSet);
  const { scene, isTurned, dye } = VARIANTS[variant] ?? { scene: "plain", isTurned: false, dye: 0 };
  const dyed = (set.dyes ?? []).reduce(
    (made, row) => made.replaceAll(`"${row[0]}"`, `"\0${row[dye]}"`),
    thing,
  );
  const ground = variant === 0 ? place : paintScene(sceneOf(set, scene), groundOf(set, variant));
  const turned = isTurned ? `<g transform="${TURNED}">${dyed}</g>` : dyed;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${ground}${turned.replaceAll("\0", "")}${band}</svg>`;
}

/** A landscape stands before its own hills. */
function sceneOf({ placeShapes }: DrawnSet, scene: SceneName): SceneName {
  return placeShapes === 1 ? "plain" : scene;
}

function groundOf({ grounds }: DrawnSet, variant: number) {
  return grounds[(variant - 1) % grounds.length] ?? "sage";
}

/**
 * All variants of one set beside each other, for a page that shows one of them large:
 * `<img src="/pictures/set-04.svg?v=…#v2">`.
 */
export function buildSetPicture(drawing: string, ocopSet: number): string {
  const parts = takeApart(drawing, ocopSet);
  const used = VARIANTS.slice(1).map(({ scene }) => sceneOf(parts.set, scene));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    ...VARIANTS.map((_, k) => `<view id="v${k}" viewBox="${k * WIDTH} 0 ${WIDTH} ${HEIGHT}"/>`),
    shared(parts, [...new Set(used)]),
    ...cellsOf(parts, 0),
    "</svg>\n",
  ].join("\n");
}

/**
 * The drawings of the sets in one file, each variant under the name `set-NN-V`: a list asks for one file instead of
 * twenty, which on a slow line is the difference. Shown as `<img src="/pictures/sets.svg?v=…#set-04-2">`.
 * @param drawings in the order of the sets
 */
export function buildPictureSheet(drawings: readonly string[]): string {
  const all = drawings.map((drawing, i) => takeApart(drawing, i + 1));
  const [first] = all;
  const size = `width="${WIDTH}" height="${HEIGHT}"`;
  const box = `viewBox="0 0 ${WIDTH * VARIANTS.length} ${HEIGHT * all.length}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box}>`,
    first ? shared(first, Object.keys(SCENES) as SceneName[]) : "",
    ...all.flatMap((parts, i) => [
      ...VARIANTS.map(
        (_, k) =>
          `<view id="set-${parts.id.slice(1)}-${k}" viewBox="${k * WIDTH} ${i * HEIGHT} ${WIDTH} ${HEIGHT}"/>`,
      ),
      ...cellsOf(parts, i * HEIGHT),
    ]),
    "</svg>\n",
  ].join("\n");
}

/** Colours of the places, the places, and the band; each once. */
function shared({ band }: Drawing, scenes: readonly SceneName[]): string {
  const drawn = scenes.map((scene) => `<g id="${scene}">${openScene(scene)}</g>`);
  return `<style>${paletteStyles()}</style><defs>${drawn.join("")}<g id="z">${band}</g></defs>`;
}

function cellsOf({ id, set, place, thing }: Drawing, y: number): string[] {
  const open = (set.dyes ?? []).reduce(
    (made, [drawn], i) => made.replaceAll(`"${drawn}"`, `"var(--${LETTERS[i]},${drawn})"`),
    thing,
  );
  return VARIANTS.map(({ scene, isTurned, dye }, k) => {
    const at = `${k === 0 ? "" : ` x="${k * WIDTH}"`}${y === 0 ? "" : ` y="${y}"`}`;
    const frame = (content: string) =>
      `<svg${at} width="${WIDTH}" height="${HEIGHT}">${content}<use href="#z"/></svg>`;
    if (k === 0) return frame(`${place}<g id="${id}">${open}</g>`);
    const dyes = (set.dyes ?? [])
      .map((row, i) => (row[dye] === row[0] ? "" : `--${LETTERS[i]}:${row[dye]}`))
      .filter((one) => one !== "")
      .join(";");
    const turn = isTurned ? ` transform="${TURNED}"` : "";
    const style = dyes === "" ? "" : ` style="${dyes}"`;
    return frame(
      `<use class="${groundOf(set, k)}" href="#${sceneOf(set, scene)}"/><use href="#${id}"${turn}${style}/>`,
    );
  });
}
