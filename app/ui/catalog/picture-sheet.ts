const WIDTH = 400;
const HEIGHT = 300;

/**
 * The drawings of the sets in one file, each under the name `set-NN`: a list asks for one file instead of
 * twenty, which on a slow line is the difference. Shown as `<img src="/pictures/sets.svg#set-04">`.
 * @param drawings whole SVG documents of 400 x 300, in the order of the sets
 */
export function buildPictureSheet(drawings: readonly string[]): string {
  const parts = drawings.map((drawing, i) => {
    const content = drawing
      .replace(/^<svg[^>]*>/, "")
      .replace(/<\/svg>\s*$/, "")
      .trim();
    const box = `width="${WIDTH}" height="${HEIGHT}"`;
    return [
      `<view id="set-${String(i + 1).padStart(2, "0")}" viewBox="0 ${i * HEIGHT} ${WIDTH} ${HEIGHT}"/>`,
      `<svg y="${i * HEIGHT}" ${box}>${content}</svg>`,
    ].join("\n");
  });
  const whole = `viewBox="0 0 ${WIDTH} ${drawings.length * HEIGHT}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" ${whole}>\n${parts.join("\n")}\n</svg>\n`;
}
