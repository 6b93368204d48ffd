/**
 * One hue from light to dark, in even steps of lightness, so that a grey print keeps the order; on a dark screen from dark
 * to light, as more stands out more. An image does not see the page's variables, so the palette of styles.css is repeated.
 */
export const MAP_STYLE = `<style>
svg{--paper:#fbf8f1;--ink:#1e2a24;--soft:#59635c;--over:#fff;--mid:#000;--c1:#c9d1eb;--c2:#98a6d5;--c3:#6b7cb9;--c4:#455590;--c5:#26325d}
@media (prefers-color-scheme:dark){svg{--paper:#171c19;--ink:#ece7da;--soft:#aab3ab;--over:#10150f;--mid:#10150f;--c1:#303a5e;--c2:#515e93;--c3:#7987bd;--c4:#a4b1e4;--c5:#d8dffb}}
.c0{fill:var(--paper)}.c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}.c5{fill:var(--c5)}
.e{stroke:var(--soft);stroke-width:1}
.halo,.line{fill:none;stroke-linejoin:round}.halo{stroke:var(--paper);stroke-width:16}.line{stroke:var(--soft);stroke-width:7}
text{font-family:system-ui,Roboto,sans-serif;font-size:12px;fill:var(--ink)}
.t0,.t1,.t2,.t3,.t4,.t5{text-anchor:middle}.t3{fill:var(--mid)}.t4,.t5{fill:var(--over)}
.u{fill:var(--ink);stroke:var(--paper);stroke-width:4;stroke-linejoin:round;paint-order:stroke}
.k{font-size:13px}.n{fill:var(--soft)}
</style>`;

/** A line of ink with one of paper beside it, which is seen on every colour; `unit`: of a pixel. */
export function hatch(id: string, unit: number): string {
  const size = 6 * unit;
  return `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M${unit} 0V${size}" stroke="var(--paper)" stroke-width="${1.5 * unit}"/><path d="M${2 * unit} 0V${size}" stroke="var(--ink)" stroke-width="${unit}"/></pattern>`;
}
