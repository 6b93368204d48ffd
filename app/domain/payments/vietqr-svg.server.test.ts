import jsQR from "jsqr";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { encodeQrPicture } from "~/platform/encode-picture.server";
import { InvariantError } from "~/platform/invariant";
import { encodeVietQr } from "./vietqr-encode";
import type { VietQrInput } from "./vietqr-encode";
import { drawVietQrSvg } from "./vietqr-svg.server";

const SMALLEST: VietQrInput = { bankBin: "970405", accountNumber: "1" };
const USUAL: VietQrInput = {
  bankBin: "970405",
  accountNumber: "8888000012345",
  amountVnd: 185_000,
  memo: "UQ7K3M9PM",
};
const LARGEST: VietQrInput = {
  bankBin: "970405",
  accountNumber: "a".repeat(19),
  amountVnd: 9_999_999_999_999,
  memo: "Thanh toan don hang so 12",
};
const MB_LOWER_CASE =
  "00020101021138540010A00000072701240006970422011003523509170208QRIBFTTA53037045802VN630479db";

function textOf(input: VietQrInput): string {
  const encoded = encodeVietQr(input);
  if (!encoded.ok) throw new Error(encoded.code);
  return encoded.value;
}

const draw = (value: string, title = "Mã VietQR") => drawVietQrSvg({ value, title });

/** The picture at so many pixels a module, on a page of this colour. */
async function pageWith(svg: string, pixelsPerModule: number, background: string) {
  const natural = 6;
  const margin = Math.ceil(pixelsPerModule * 10);
  return sharp(Buffer.from(svg), { density: (72 * pixelsPerModule) / natural })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background })
    .flatten({ background })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function readBack(svg: string, pixelsPerModule: number, background: string) {
  const { data, info } = await pageWith(svg, pixelsPerModule, background);
  // Not inverted: a reader at the till does not try the negative either.
  return jsQR(new Uint8ClampedArray(data), info.width, info.height, {
    inversionAttempts: "dontInvert",
  })?.data;
}

describe("case 45: is read back as the exact text", () => {
  test("from the picture that a phone keeps", async () => {
    for (const value of [textOf(SMALLEST), textOf(USUAL), textOf(LARGEST)]) {
      const { data, info } = await sharp(await encodeQrPicture(draw(value)))
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(info.width).toBeGreaterThan(700);
      expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(value);
    }
  });

  const pages = ["#ffffff", "#f3f4f6", "#111827", "#000000"];
  for (const scale of [2, 3, 4, 5, 6, 7, 8]) {
    test.each(pages)(`at ${scale} pixels a module on %s`, async (background) => {
      for (const value of [textOf(SMALLEST), textOf(USUAL), textOf(LARGEST), MB_LOWER_CASE]) {
        expect(await readBack(draw(value), scale, background)).toBe(value);
      }
    });
  }

  test.each([2.5, 3.3, 4.75, 7.1])(
    "at %f pixels a module, when a page scales it as it likes",
    async (scale) => {
      expect(await readBack(draw(textOf(USUAL)), scale, "#111827")).toBe(textOf(USUAL));
    },
  );

  test("by a page that sets colours of its own", async () => {
    const svg = draw(textOf(USUAL)).replace(
      "<title>",
      "<style>svg,path{fill:#fff;color:#fff}</style><title>",
    );
    expect(await readBack(svg, 4, "#000000")).toBe(textOf(USUAL));
  });
});

test("case 45: has four white modules on every side, on a black page too", async () => {
  const scale = 5;
  const { data, info } = await pageWith(draw(textOf(USUAL)), scale, "#000000");
  const margin = scale * 10;
  const size = info.width - 2 * margin;
  expect(size % scale).toBe(0);
  const isWhite = (x: number, y: number) => data[(y * info.width + x) * info.channels] === 255;
  for (let i = 0; i < size; i += 1) {
    for (let depth = 0; depth < 4 * scale; depth += 1) {
      const [near, far] = [margin + depth, margin + size - 1 - depth];
      const along = margin + i;
      expect([
        isWhite(along, near),
        isWhite(along, far),
        isWhite(near, along),
        isWhite(far, along),
      ]).toEqual([true, true, true, true]);
    }
  }
  expect(isWhite(margin + 4 * scale, margin + 4 * scale)).toBe(false);
  expect(isWhite(margin - 1, margin - 1)).toBe(false);
});

describe("the markup", () => {
  test("is one picture: a name, a white ground, one path, nothing that runs or loads", () => {
    const svg = draw(textOf(USUAL));
    expect(svg.match(/<\w+/g)).toEqual(["<svg", "<title", "<rect", "<path"]);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="0 0 \d+ \d+" role="img"/,
    );
    expect(svg).toMatch(/<rect width="(\d+)" height="\1" fill="#fff"\/>/);
    expect(svg).not.toMatch(/script|href|style|on\w+=|url\(/i);
  });

  test("is small", () => {
    expect(draw(textOf(USUAL)).length).toBeLessThan(3_000);
    expect(draw(textOf(LARGEST)).length).toBeLessThan(5_000);
  });

  test("is the same every time", () => {
    expect(draw(textOf(USUAL))).toBe(draw(textOf(USUAL)));
  });

  test.each([
    [
      '</title><script>alert("1")</script>',
      "&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;",
    ],
    ["Trà & sen 'Đặc biệt'", "Trà &amp; sen &#39;Đặc biệt&#39;"],
    ["&amp;", "&amp;amp;"],
    ["a\u0000b\nc\uD800d\uFFFEe", "a b c d e"],
    ["🍵", "🍵"],
    ["]]><![CDATA[", "]]&gt;&lt;![CDATA["],
  ])("names itself %j safely", async (title, escaped) => {
    const svg = draw(textOf(USUAL), title);
    expect(svg).toContain(`<title>${escaped}</title>`);
    expect(await readBack(svg, 4, "#ffffff")).toBe(textOf(USUAL));
  });
});

test.each([
  "",
  "https://example.vn",
  "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5",
  `${MB_LOWER_CASE} `,
])("does not draw what does not read back: %j", (value) =>
  expect(() => draw(value)).toThrow(InvariantError),
);
