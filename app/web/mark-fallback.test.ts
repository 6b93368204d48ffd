import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { reviewedTranslators } from "./i18n";
import { showFallbacks } from "./mark-fallback";

const { plain, marked } = reviewedTranslators(
  new Map([
    ["common.cart", "AAA"],
    ["common.pageOf", "B {{page}}/{{pages}}"],
  ]),
);

it("says what is approved, and Vietnamese for the rest", () => {
  expect(plain("common.cart")).toBe("AAA");
  expect(plain("common.pageOf", { page: 1, pages: 2 })).toBe("B 1/2");
  expect(plain("common.menu")).toBe("Trình đơn");
  expect(plain("catalog.fewLeft", { count: 3 })).toContain("3");
});

it("names the language of what fell back, in texts alone", () => {
  const page = createElement(
    "main",
    { "aria-label": marked("common.menu") },
    createElement("title", null, marked("common.menu")),
    createElement("p", null, marked("common.cart"), " ", marked("common.menu")),
    createElement("select", null, createElement("option", null, marked("common.menu"))),
    createElement("b", null, marked("common.menu")),
  );
  expect(showFallbacks(renderToStaticMarkup(page))).toBe(
    '<main aria-label="Trình đơn"><title>Trình đơn</title><p>AAA <span lang="vi">Trình đơn</span></p>' +
      '<select><option>Trình đơn</option></select><b><span lang="vi">Trình đơn</span></b></main>',
  );
});

it("leaves no mark behind, and every element that it opens is closed", () => {
  const node = fc.tuple(
    fc.constantFrom("p", "option", "title", "textarea", "b"),
    fc.string({ unit: "grapheme" }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
      const made = nodes.map(([tag, text, isMarked]) => {
        const said = isMarked ? `\uE000${text}\uE001` : text;
        const content = tag === "textarea" ? { defaultValue: said } : { children: said };
        return createElement(tag, { key: tag + text, title: said, ...content });
      });
      const html = renderToStaticMarkup(createElement("div", null, made));
      const shown = showFallbacks(html);
      expect(shown).not.toMatch(/[\uE000\uE001]/);
      expect(shown.replaceAll('<span lang="vi">', "").replaceAll("</span>", "")).toBe(
        html.replaceAll(/[\uE000\uE001]/g, ""),
      );
      expect(shown.split('<span lang="vi">').length).toBe(shown.split("</span>").length);
    }),
  );
});
