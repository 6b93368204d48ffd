import jsQR from "jsqr";
import sharp from "sharp";
import { expect, it } from "vitest";
import { drawQrSvg } from "./qr-svg.server";

async function readBack(svg: string, pixels: number) {
  const { data, info } = await sharp(Buffer.from(svg), { density: 300 })
    .resize(pixels, pixels)
    .flatten({ background: "#fff" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height, {
    inversionAttempts: "dontInvert",
  })?.data;
}

// A label's code is 24 mm wide: 283 pixels on a printer of 300 dots an inch, 190 on one of 200.
it.each([190, 283, 567])("is read back from %i pixels, whatever the address", async (pixels) => {
  for (const value of [
    "https://chophien.tuyenquang.gov.vn/lots/L261122-7K3QX",
    "http://127.0.0.1:3000/lots/L261122-7K3QX",
    `https://${"mot-ten-mien-rat-dai-".repeat(2)}cua-tinh.gov.vn/lots/L261122-7K3QX`,
  ]) {
    expect(await readBack(drawQrSvg({ value, title: "Mã QR" }), pixels)).toBe(value);
  }
});
