import { readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uploadsFolder } from "~/platform/storage.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { encodePaper, encodePhoto } from "./encode-photo.server";
import { PAPER_EDGE } from "./photo-limits";
import { storePhoto } from "./store-photo.server";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase();
});
afterAll(() => close());

/** Left half red, right half blue. */
async function halves(width: number, height: number) {
  const right = await sharp({
    create: { width: Math.floor(width / 2), height, channels: 3, background: "#0000ff" },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: "#ff0000" } }).composite([
    { input: right, left: Math.ceil(width / 2), top: 0 },
  ]);
}

async function encoded(original: Uint8Array) {
  const result = await encodePhoto(original);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

describe("encodePhoto", () => {
  it("turns a phone's photo upright and makes three widths of three kinds without metadata", async () => {
    const original = await (
      await halves(2000, 1000)
    )
      .withExif({ IFD0: { Copyright: "nha toi" }, IFD3: { GPSLatitude: "23/1 15/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(original).metadata()).orientation).toBe(6);

    const photo = await encoded(original);
    expect(photo).toMatchObject({ width: 960, height: 1920, widths: [320, 656, 960] });
    expect(photo.files.map((file) => `${file.width}.${file.type}`)).toEqual([
      "320.webp",
      "320.avif",
      "320.jpg",
      "656.webp",
      "656.avif",
      "656.jpg",
      "960.webp",
      "960.avif",
      "960.jpg",
    ]);
    for (const file of photo.files) {
      const metadata = await sharp(file.content).metadata();
      expect(metadata.format).toBe({ webp: "webp", avif: "heif", jpg: "jpeg" }[file.type]);
      expect(metadata.width).toBe(file.width);
      expect(metadata.height).toBe(file.width * 2);
      expect(metadata.exif).toBeUndefined();
      expect(metadata.orientation).toBeUndefined();
    }
    // Orientation 6: what the file has on the left is the top of the picture.
    const top = await sharp(photo.files[2]?.content)
      .extract({ left: 150, top: 20, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect([...top].map((value) => value > 200)).toEqual([true, false, false]);
  });

  it.each([
    [300, [300]],
    [319, [319]],
    [320, [320]],
    [321, [320, 321]],
    [960, [320, 656, 960]],
    [1200, [320, 656, 960]],
  ])("never enlarges: %i pixels wide", async (width, widths) => {
    const photo = await encoded(await (await halves(width, 300)).png().toBuffer());
    expect(photo.widths).toEqual(widths);
    expect(photo.width).toBe(widths.at(-1));
  });

  it.each([
    [1, 1],
    [299, 900],
    [900, 299],
    [1, 50_000],
    [50_000, 1],
    [300, 1_201],
    [1_201, 300],
  ])("refuses %i x %i: too small or too narrow to show goods", async (width, height) => {
    const original = await sharp({ create: { width, height, channels: 3, background: "#2a5" } })
      .png()
      .toBuffer();
    expect(await encodePhoto(original)).toEqual({ ok: false, code: "photo_too_small" });
  });

  it("keeps what a page loads within its budget, also of a photo full of detail", async () => {
    // Noise in blocks of many sizes: harder than foliage, the worst that a phone takes.
    const noise = (width: number) =>
      sharp({
        create: {
          width,
          height: width,
          channels: 3,
          background: "#888",
          noise: { type: "gaussian", mean: 128, sigma: 30 },
        },
      })
        .resize(1600, 1200, { kernel: "cubic" })
        .png()
        .toBuffer();
    const layers = await Promise.all([noise(100), noise(400)]);
    const original = await sharp(layers[0])
      .composite([{ input: layers[1] ?? Buffer.alloc(0), blend: "soft-light" }])
      .jpeg({ quality: 90 })
      .toBuffer();
    const { files } = await encoded(original);
    const kilobytes = files.map(({ type, width, content }) => ({
      name: `${width}.${type}`,
      size: content.byteLength / 1_000,
    }));
    const limits = { "320.avif": 7, "656.avif": 27, "960.avif": 56, "320.webp": 9, "656.webp": 32 };
    for (const [name, limit] of Object.entries(limits)) {
      expect(kilobytes.find((file) => file.name === name)?.size, name).toBeLessThan(limit);
    }
  });

  it("reads WebP and AVIF", async () => {
    const picture = await halves(320, 320);
    await encoded(await picture.clone().webp().toBuffer());
    await encoded(await picture.clone().avif().toBuffer());
  });

  it("refuses what is no photo", async () => {
    const jpeg = await (await halves(800, 800)).jpeg().toBuffer();
    const script = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`;
    const refused = {
      empty: new Uint8Array(),
      "a text named .jpg": Buffer.from("day la mot bai van, khong phai anh"),
      "a truncated JPEG": jpeg.subarray(0, jpeg.length / 2),
      "a JPEG's first bytes": jpeg.subarray(0, 3),
      "a JPEG's first bytes before a text": Buffer.concat([
        jpeg.subarray(0, 3),
        Buffer.from(script),
      ]),
      "an SVG": Buffer.from(script),
      "an SVG after an XML head": Buffer.from(`<?xml version="1.0"?>${script}`),
      "a GIF": await (await halves(8, 8)).gif().toBuffer(),
      "a TIFF": await (await halves(8, 8)).tiff().toBuffer(),
      "a PDF": Buffer.from("%PDF-1.7\n1 0 obj\n"),
    };
    for (const [name, bytes] of Object.entries(refused)) {
      expect(await encodePhoto(bytes), name).toEqual({ ok: false, code: "photo_unreadable" });
    }
  });

  it("refuses more than 50 megapixels however small the file", async () => {
    const bomb = await sharp({
      create: { width: 10_000, height: 5_001, channels: 3, background: "#fff" },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await encodePhoto(bomb)).toEqual({ ok: false, code: "photo_unreadable" });
  });
});

describe("storePhoto", () => {
  it("writes the files under the photo's id", async () => {
    const stored = await storePhoto(await (await halves(400, 300)).jpeg().toBuffer());
    if (!stored.ok) throw new Error(stored.code);
    const folder = join(uploadsFolder(), "photos", stored.value.id);
    expect(readdirSync(folder).toSorted()).toEqual([
      "320.avif",
      "320.jpg",
      "320.webp",
      "400.avif",
      "400.jpg",
      "400.webp",
    ]);
  });

  it("leaves nothing behind of what is no photo", async () => {
    const folder = join(uploadsFolder(), "photos");
    const before = existsSync(folder) ? readdirSync(folder) : [];
    expect((await storePhoto(Buffer.from("no photo"))).ok).toBe(false);
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual(before);
  });
});

describe("encodePaper", () => {
  it("keeps a paper upright and large enough for small print, without what a phone writes into it", async () => {
    const original = await (
      await halves(4000, 3000)
    )
      .withExif({ IFD3: { GPSLatitude: "23/1 15/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const paper = await encodePaper(original);
    if (!paper.ok) throw new Error(paper.code);
    const metadata = await sharp(paper.value).metadata();
    expect(metadata).toMatchObject({ format: "jpeg", width: 1_800, height: PAPER_EDGE });
    expect(metadata.exif).toBeUndefined();
    const small = await encodePaper(await (await halves(700, 500)).png().toBuffer());
    expect(small.ok && (await sharp(small.value).metadata()).width).toBe(700);
  });

  it("refuses what shows nothing", async () => {
    expect(await encodePaper(await (await halves(200, 200)).png().toBuffer())).toEqual({
      ok: false,
      code: "photo_too_small",
    });
    expect(await encodePaper(new TextEncoder().encode("<svg/>"))).toEqual({
      ok: false,
      code: "photo_unreadable",
    });
  });
});
