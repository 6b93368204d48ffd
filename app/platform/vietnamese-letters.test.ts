import { describe, expect, it } from "vitest";
import { languageOfText } from "./vietnamese-letters";

describe("what somebody typed on an English page", () => {
  it.each([
    "Mật rất thơm, sẽ mua lại.",
    "Nắp chai hở, hàng hỏng.",
    "Ngon lắm",
    "123/QĐ-UBND",
    "Ủy ban nhân dân tỉnh",
    "Mật ong".normalize("NFD"),
    "ĐỪNG ĂN",
  ])("is Vietnamese by its letters: %s", (text) => {
    expect(languageOfText(text, "en")).toBe("vi");
  });

  it.each([
    "",
    "5/5",
    "Great honey from Mèo Vạc, thank you.",
    "Do you ship to Cà Mau?",
    "hang tot, giao nhanh",
    "KN-2026/118",
  ])("is taken for English: %s", (text) => {
    expect(languageOfText(text, "en")).toBe("en");
  });

  it("stands in the page's language otherwise", () => {
    expect(languageOfText("hang tot", "vi")).toBe("vi");
    expect(languageOfText("ល្អណាស់", "km")).toBe("km");
  });
});
