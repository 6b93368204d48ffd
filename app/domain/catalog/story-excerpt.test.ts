import fc from "fast-check";
import { expect, it } from "vitest";
import { excerptOf } from "./story-excerpt";

it("keeps whole sentences where one ends in time, and cuts between words where none does", () => {
  expect(excerptOf("Nhà tôi nuôi ong.\n\nMỗi năm quay mật một lần.")).toBe(
    "Nhà tôi nuôi ong. Mỗi năm quay mật một lần.",
  );
  const sentence = `${"Chúng tôi trồng chè trên núi cao ".repeat(3)}từ lâu. `;
  expect(excerptOf(sentence.repeat(3))).toBe(sentence.trim());
  expect(excerptOf("chè ".repeat(60))).toMatch(/^chè( chè)+ …$/);
});

it("is never much longer than asked, and begins as the story does", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (story) => {
      const excerpt = excerptOf(story);
      expect(excerpt.length).toBeLessThanOrEqual(162);
      const whole = story.replaceAll(/\s+/g, " ").trim();
      expect(whole.startsWith(excerpt.replace(/ …$/, ""))).toBe(true);
    }),
  );
});
