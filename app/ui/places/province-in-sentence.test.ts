import { expect, it } from "vitest";
import { provinceInSentence } from "./province-in-sentence";

it.each([
  ["vi", "Tỉnh Tuyên Quang", "tỉnh Tuyên Quang"],
  ["vi", "Thành phố Huế", "thành phố Huế"],
  ["en", "Tỉnh Tuyên Quang", "Tuyên Quang"],
  ["en", "Thành phố Huế", "Huế"],
  ["vi", "Tuyên Quang", "Tuyên Quang"],
  ["vi", "", ""],
] as const)("in %s, %s reads %s", (language, name, expected) => {
  expect(provinceInSentence(language, name)).toBe(expected);
});
