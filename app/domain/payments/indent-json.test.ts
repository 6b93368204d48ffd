import fc from "fast-check";
import { expect, it } from "vitest";
import { indentJson } from "./indent-json";

it("lays JSON out as JSON.stringify does", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const visible = !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(text);
      if (visible) expect(indentJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }),
  );
});

it("keeps every token as it was written, and a field that comes twice", () => {
  expect(indentJson('{"a":1.50,"a":12345678901234567890, "b":[]}')).toBe(
    '{\n  "a": 1.50,\n  "a": 12345678901234567890,\n  "b": []\n}',
  );
});

it.each([
  ["no JSON", "<b>7;x", "<b>7;x"],
  ["a quotation mark that does not end", '{"a', '{"a'],
  ["nothing", "", ""],
  ["a text with signs in it", String.raw`{"a":"{\"b\":[1,2]}"}`, '{\n  "a": "{\\"b\\":[1,2]}"\n}'],
  ["letters that turn the line", "a\u202Eb\uE000", "a\\u{202e}b\\u{e000}"],
])("%s", (_, text, shown) => {
  expect(indentJson(text)).toBe(shown);
});

it("does not take long over many marks", () => {
  const deep = "[".repeat(2_000) + "]".repeat(2_000);
  expect(indentJson(deep)).toContain("[]");
  expect(indentJson('"'.repeat(250_000))).toHaveLength(250_000);
});
