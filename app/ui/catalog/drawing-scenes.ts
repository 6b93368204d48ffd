/** Where a drawn thing stands: the colours of the place, all pale, and what is behind it. */

/** Ground, light upon it, what is far, and the table. */
type Palette = readonly [ground: string, light: string, far: string, table: string];

export const PALETTES = {
  mist: ["#DAE6E5", "#ECF3F0", "#C1D5D3", "#B2C9C7"],
  honey: ["#F5E4BC", "#FBF3DC", "#ECD598", "#E2C680"],
  rose: ["#F4DFDF", "#FBF0EE", "#E8C8C9", "#DDB6B8"],
  sage: ["#E1EAD4", "#F1F5E5", "#CADAB5", "#BDD0A5"],
  indigo: ["#DEE3EF", "#EFF2F8", "#C6CEE2", "#B8C2DA"],
  clay: ["#F4DDCB", "#FBEFE4", "#E9C6AC", "#DEB697"],
} as const satisfies Record<string, Palette>;
export type PaletteName = keyof typeof PALETTES;

/** `plain` is how the sets were drawn at first: a light behind the thing. */
export const SCENES = {
  plain: '<circle cx="222" cy="126" r="112" fill="LIGHT"/>',
  ridge:
    '<circle cx="316" cy="76" r="38" fill="LIGHT"/><path fill="FAR" d="M0 214v-70l36-34 30 24 44-76 40 52 26-24 44 58 34-38 46 60 38-30 62 54v24z"/><path fill="LIGHT" d="M0 214v-26q48-22 96-10t92 2 92-6 120-4v44z"/>',
  arch: '<path fill="FAR" d="M70 214V140a130 118 0 0 1 260 0v74z"/><path fill="LIGHT" d="M84 214v-72a116 106 0 0 1 232 0v72z"/><path fill="none" stroke="FAR" stroke-width="5" d="M200 36v178M84 128h232"/>',
  terrace:
    '<circle cx="96" cy="84" r="52" fill="LIGHT"/><path fill="LIGHT" d="M0 152q80-40 168-18t232-14v94H0z"/><path fill="FAR" d="M0 178q96-34 190-12t210-16v64H0z"/><path fill="none" stroke="LIGHT" stroke-width="4" d="M-4 196q100-30 196-10t212-14"/>',
} as const;
export type SceneName = keyof typeof SCENES;

const TABLE = '<path fill="TABLE" d="M0 212h400v72H0z"/>';

/** A scene whose colours are still to be chosen, as `var(--w)` and so on. */
export function openScene(scene: SceneName): string {
  const colours = { GROUND: "var(--w)", LIGHT: "var(--x)", FAR: "var(--y)", TABLE: "var(--z)" };
  return paint(scene, colours);
}

export function paintScene(scene: SceneName, palette: PaletteName): string {
  const [ground, light, far, table] = PALETTES[palette];
  return paint(scene, { GROUND: ground, LIGHT: light, FAR: far, TABLE: table });
}

function paint(scene: SceneName, colours: Record<string, string>): string {
  const whole = `<path fill="GROUND" d="M0 0h400v300H0z"/>${SCENES[scene]}${TABLE}`;
  return whole.replaceAll(/"(GROUND|LIGHT|FAR|TABLE)"/g, (_, name: string) => `"${colours[name]}"`);
}

/** `.mist:target~svg{--w:#DAE6E5;…}` for each: the colours of a view with this class. */
export function paletteStyles(): string {
  return Object.entries(PALETTES)
    .map(
      ([name, [ground, light, far, table]]) =>
        `.${name}:target~svg{--w:${ground};--x:${light};--y:${far};--z:${table}}`,
    )
    .join("");
}
