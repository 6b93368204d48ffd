import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { reviewedTranslators, translatorFor } from "./i18n";
import { markLanguage, showLanguages } from "./mark-language";

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
  expect(showLanguages(renderToStaticMarkup(page))).toBe(
    '<main aria-label="Trình đơn"><title>Trình đơn</title><p>AAA <span lang="vi">Trình đơn</span></p>' +
      '<select><option>Trình đơn</option></select><b><span lang="vi">Trình đơn</span></b></main>',
  );
});

it("names the language of a part of a sentence", () => {
  const name = markLanguage("Mật ong <1>", "vi");
  const title = translatorFor("en")("reviews.pageTitle", { name });
  expect(showLanguages(renderToStaticMarkup(createElement("h1", { title }, title)))).toBe(
    '<h1 title="Reviews: Mật ong &lt;1&gt;">Reviews: <span lang="vi">Mật ong &lt;1&gt;</span></h1>',
  );
});

it("leaves no mark behind, and every element that it opens is closed", () => {
  const node = fc.tuple(
    fc.constantFrom("p", "option", "title", "textarea", "b"),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("vi", "en", null),
  );
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
      const pageOf = (mark: typeof markLanguage) => {
        const made = nodes.map(([tag, text, language]) => {
          const said = language === null ? text : `a ${mark(text, language)} b`;
          const content = tag === "textarea" ? { defaultValue: said } : { children: said };
          return createElement(tag, { key: tag + text, title: said, ...content });
        });
        return renderToStaticMarkup(createElement("div", null, made));
      };
      const shown = showLanguages(pageOf(markLanguage));
      expect(shown).not.toMatch(/[\uE000-\uE002]/);
      expect(shown.replaceAll(/<span lang="(?:vi|en)">/g, "").replaceAll("</span>", "")).toBe(
        pageOf((text) => text),
      );
      expect(shown.split("<span lang").length).toBe(shown.split("</span>").length);
    }),
  );
});
