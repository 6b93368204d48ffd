import fc from "fast-check";
import { expect, it } from "vitest";
import { safeReturnPath } from "./paths";

it.each([
  ["/household/orders?page=2", "/household/orders?page=2"],
  ["/đơn?q=chè", "/%C4%91%C6%A1n?q=ch%C3%A8"],
  ["/a#b", "/a#b"],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["/a/..//evil.example", null],
  ["/.//evil.example", null],
  ["https://evil.example", null],
  ["/a b", null],
  ["", null],
  [null, null],
])("%j leads to %j", (text, path) => {
  expect(safeReturnPath(text)).toBe(path);
});

it("never leads to another site, and goes into a header", () => {
  const typed = fc
    .array(
      fc.constantFrom("/", "\\", ".", "..", "a", "đ", "@", ":", "?", "#", "%2f", "%5c", "//", "☃"),
    )
    .map((parts) => `/${parts.join("")}`);
  fc.assert(
    fc.property(typed, (text) => {
      const path = safeReturnPath(text);
      if (path === null) return;
      expect(new URL(path, "https://cho.example").origin).toBe("https://cho.example");
      expect(new Headers({ Location: path }).get("Location")).toBe(path);
    }),
  );
});
