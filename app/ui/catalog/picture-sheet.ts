import { openScene, paintScene, paletteStyles, SCENES, type SceneName } from "./drawing-scenes";
import { DRAWN_SETS, VARIANTS, type DrawnSet } from "./drawing-variants";

const WIDTH = 400;
const HEIGHT = 300;
const PLACE_SHAPES = 3;
const LETTERS = "abcdefghijkl";
const TURNED = `matrix(-1 0 0 1 ${WIDTH} 0)`;
const TURNED_STYLE = `matrix(-1,0,0,1,${WIDTH},0)`;

type Drawing = {
  id: string;
  set: DrawnSet;
  /** The place as first drawn. */
  place: string;
  thing: string;
  /** The brocade below. */
  band: string;
};

/** @param svg a whole document of 400 x 300: the shapes of its place, then the thing, then the band */
function takeApart(svg: string, number: number): Drawing {
  const id = `s${String(number).padStart(2, "0")}`;
  const set = DRAWN_SETS[number] ?? { grounds: [] };
  const content = svg
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

/** Where a drawing lies as it was drawn. */
export function drawingFile(drawing: number): string {
  return `app/ui/catalog/drawings/set-${String(drawing).padStart(2, "0")}.svg`;
}

/** One variant of a drawing as an SVG document by itself, for pictures that are made on the server. */
export function drawVariant(
  svg: string,
  { drawing, variant }: { drawing: number; variant: number },
): string {
  const { place, thing, band, set } = takeApart(svg, drawing);
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
 * One set in all its variants, for a page that shows it large: `<img src="/pictures/set-04.svg?v=…#v2">`. Like the
 * sheet, everything is drawn once, and the name in the address says how it is to be shown: copies would take a slow
 * phone half a second. A browser that does not know `:target` in pictures shows the first variant.
 */
export function buildSetPicture(svg: string, drawing: number): string {
  const parts = takeApart(svg, drawing);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    shared(parts, scenesOf(parts.set), dyesOf(parts)),
    ...cellOf(parts, { y: 0, names: "v" }),
    "</svg>\n",
  ].join("\n");
}

/**
 * The drawings of the sets in one file, each variant under the name `set-NN-V`: a list asks for one file instead of
 * twenty, which on a slow line is the difference. Shown as `<img src="/pictures/sets.svg?v=…#set-04-2">`.
 * @param drawings in the order of `DRAWINGS`
 */
export function buildPictureSheet(drawings: readonly string[]): string {
  const all = drawings.map((drawing, i) => takeApart(drawing, i + 1));
  const [first] = all;
  const size = `width="${WIDTH}" height="${HEIGHT}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${WIDTH} ${HEIGHT * all.length}">`,
    first ? shared(first, SCENE_NAMES, all.map(dyesOf).join("")) : "",
    ...all.flatMap((parts, i) =>
      cellOf(parts, { y: i * HEIGHT, names: `set-${parts.id.slice(1)}-` }),
    ),
    "</svg>\n",
  ].join("\n");
}

const SCENE_NAMES = Object.keys(SCENES) as SceneName[];

function scenesOf(set: DrawnSet): SceneName[] {
  return [...new Set(VARIANTS.slice(1).map(({ scene }) => sceneOf(set, scene)))];
}

/** What the views' classes mean, the places, and the band; each once. */
function shared({ band }: Drawing, scenes: readonly SceneName[], dyes: string): string {
  const hidden = scenes.map((scene) => `.${scene}`).join(",");
  const shown = scenes.map((scene) => `.${scene}:target~svg .${scene}{display:inline}`).join("");
  const place = scenes.map((scene) => `.${scene}:target~svg>.place`).join(",");
  const styles = `${hidden},${place}{display:none}${shown}.turned:target~svg>.thing{transform:${TURNED_STYLE}}${paletteStyles()}${dyes}`;
  const drawn = scenes.map((scene) => `<g id="${scene}">${openScene(scene)}</g>`);
  return `<style>${styles}</style><defs>${drawn.join("")}<g id="z">${band}</g></defs>`;
}

/** `.dye1:target~#s04{--a:#C94F24;…}` for each dye. */
function dyesOf({ id, set }: Drawing): string {
  return [1, 2, 3]
    .map((dye) => {
      const colours = (set.dyes ?? [])
        .map((row, i) => (row[dye] === row[0] ? "" : `--${LETTERS[i]}:${row[dye]}`))
        .filter((one) => one !== "");
      return colours.length === 0 ? "" : `.dye${dye}:target~#${id}{${colours.join(";")}}`;
    })
    .join("");
}

function cellOf(
  { id, set, place, thing }: Drawing,
  { y, names }: { y: number; names: string },
): string[] {
  const open = (set.dyes ?? []).reduce(
    (made, [drawn], i) => made.replaceAll(`"${drawn}"`, `"var(--${LETTERS[i]},${drawn})"`),
    thing,
  );
  const views = VARIANTS.map(({ scene, isTurned, dye }, k) => {
    const classes = [sceneOf(set, scene), groundOf(set, k), `dye${dye}`, isTurned ? "turned" : ""];
    const how = k === 0 ? "" : ` class="${classes.join(" ").trim()}"`;
    return `<view id="${names}${k}"${how} viewBox="0 ${y} ${WIDTH} ${HEIGHT}"/>`;
  });
  const places = scenesOf(set).map((scene) => `<use class="${scene}" href="#${scene}"/>`);
  return [
    `<g>${views.join("")}<svg id="${id}" y="${y}" width="${WIDTH}" height="${HEIGHT}">`,
    `<g class="place">${place}</g>${places.join("")}<g class="thing">${open}</g><use href="#z"/></svg></g>`,
  ];
}
