import { expect, it } from "vitest";
import { ourLettering } from "./artwork.server";

const lettering = ourLettering();
const STYLES = [
  { weight: "regular", size: 30 },
  { weight: "bold", size: 51.3 },
] as const;
const MARKS = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const VOWELS = Array.from("aăâeêioôơuưy");
const LETTERS = [
  ...VOWELS.flatMap((vowel) => MARKS.map((mark) => (vowel + mark).normalize("NFC"))),
  ...Array.from("bcdđghklmnpqrstvx0123456789.,·-–/%()"),
];

it("has a shape for every letter of Vietnamese, small and capital, in numbers that can be drawn", () => {
  for (const style of STYLES) {
    for (const letter of LETTERS.flatMap((one) => [one, one.toUpperCase()])) {
      const path = lettering.outline(letter, { x: 608, y: 172 }, style);
      expect(path, letter).toMatch(/^M[0-9 .\-MLQCZ]+$/);
      expect(lettering.measure(letter, style), letter).toBeGreaterThan(0);
    }
  }
});

it("draws a letter the same whether its marks come with it or after it", () => {
  const text = "Chè Shan tuyết Lũng Phìn, Đồng Văn";
  const draw = (form: "NFC" | "NFD") =>
    lettering.outline(text.normalize(form), { x: 0, y: 0 }, STYLES[1]);
  expect(draw("NFD")).toBe(draw("NFC"));
});

it("leaves out what it has no shape for", () => {
  expect(lettering.wrap("Chè 🍵 茶 ngon", { width: 999, linesMax: 1 }, STYLES[0])).toEqual([
    "Chè ngon",
  ]);
  expect(lettering.outline("🍵茶", { x: 0, y: 0 }, STYLES[0])).toBe("");
});

it("breaks between words, keeps to the width, and says where something is missing", () => {
  const box = { width: 300, linesMax: 2 };
  for (const text of [
    "Mật ong bạc hà nguyên chất vùng cao nguyên đá Đồng Văn",
    "Một-chữ-dài-không-có-chỗ-nào-để-ngắt-cả-thì-cũng-phải-vừa",
    "ngắn",
    "",
  ]) {
    const lines = lettering.wrap(text, box, STYLES[0]);
    expect(lines.length).toBeLessThanOrEqual(2);
    for (const line of lines) expect(lettering.measure(line, STYLES[0])).toBeLessThanOrEqual(300);
    const isWhole = lines.join(" ") === text;
    expect(lines.join(" ").endsWith("…")).toBe(!isWhole);
  }
});
