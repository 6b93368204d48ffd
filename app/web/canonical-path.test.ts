import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalPath } from "./canonical-path";

it.each([
  ["/", "/"],
  ["/en/", "/en"],
  ["/vi", "/"],
  ["/vi/products/che", "/products/che"],
  ["/EN/Products/Che-Shan/", "/en/products/che-shan"],
  ["/products//che", "/products/che"],
  ["/products/", "/products"],
  ["/orders/UQ2345678", "/orders/UQ2345678"],
  ["/orders/UQ2345678/", "/orders/UQ2345678"],
  ["/productsX", "/productsX"],
])("%s is %s", (path, canonical) => {
  expect(canonicalPath(path)).toBe(canonical);
});

it("comes to rest after one step, and never names another host", () => {
  const part = fc.constantFrom("", "en", "EN", "vi", "products", "Products", "x", "Ồ", "..", "%2F");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const once = canonicalPath(`/${parts.join("/")}`);
      expect(once).toMatch(/^\/(?!\/)/);
      // A language within a language is no address of ours; each step takes one away.
      expect(canonicalPath(once).length).toBeLessThanOrEqual(once.length);
    }),
  );
});
