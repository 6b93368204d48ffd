import sharp from "sharp";

/** An SVG without text, as a JPEG at its own size. */
export async function encodePicture(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg))
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer();
}
