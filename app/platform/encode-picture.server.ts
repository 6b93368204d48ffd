import sharp from "sharp";

/** An SVG without text, as a JPEG at its own size. */
export async function encodePicture(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg))
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer();
}

/** Four times the QR's own size: some 1000 pixels, each module a whole number of them. */
const QR_DENSITY = 4 * 72;

/** A QR as a PNG, for apps that read it out of a phone's photos. */
export async function encodeQrPicture(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const png = await sharp(Buffer.from(svg), { density: QR_DENSITY })
    .png({ palette: true })
    .toBuffer();
  return new Uint8Array(png);
}
