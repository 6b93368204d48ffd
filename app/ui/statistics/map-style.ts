/**
 * One hue from light to dark, in even steps of lightness, so that a grey print keeps the order; on a dark screen from dark
 * to light, as more stands out more. An image does not see the page's variables, so the palette of styles.css is repeated.
 */
export const MAP_STYLE = `<style>
svg{--paper:#fbf8f1;--ink:#1e2a24;--soft:#59635c;--over:#fff;--mid:#1e2a24;--c1:#dfe4f4;--c2:#b4bfe3;--c3:#8393cb;--c4:#5366a8;--c5:#27335e}
@media (prefers-color-scheme:dark){svg{--paper:#171c19;--ink:#ece7da;--soft:#aab3ab;--over:#10150f;--mid:#10150f;--c1:#2c3557;--c2:#475488;--c3:#7f8dc4;--c4:#a7b4e6;--c5:#d9e0fc}}
@media print{svg{--paper:#fff;--ink:#000;--soft:#333;--over:#fff;--mid:#000;--c1:#dfe4f4;--c2:#b4bfe3;--c3:#8393cb;--c4:#5366a8;--c5:#27335e}}
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
