import { expect, it } from "vitest";
import { errorText, isMessageKey, translatorFor } from "./i18n";

it.each(["constructor", "toString", "__proto__"])("%s is no text", (code) => {
  expect(isMessageKey(`errors.${code}`)).toBe(false);
  expect(isMessageKey(`${code}.name`)).toBe(false);
  const t = translatorFor("vi");
  expect(errorText(t, code)).toBe(t("errors.unexpected"));
});

it("writes numbers of things as the language groups them, and years as they are", () => {
  expect(errorText(translatorFor("vi"), "table_too_many_products", { limit: 5_000 })).toContain(
    "5.000",
  );
  const values = { count: 4_990, wrong: 1_200 };
  expect(translatorFor("vi")("exchange.consentWithout", values)).toMatch(/4\.990.*1\.200/);
  expect(translatorFor("en")("exchange.consentWithout", values)).toMatch(/4,990.*1,200/);
  const pairs = [
    ["vouchers.line", { value: "1 đ", used: 1_234, max: 5_678 }],
    ["joining.progress", { done: 1_234, all: 5_678 }],
    ["lots.deskStock", { count: 5_678, reserved: 1_234 }],
    ["returns.packsAsked", { count: 1_234, of: 5_678 }],
    ["common.partlyTranslated", { count: 1_234, total: 5_678, language: "Mông" }],
  ] as const;
  for (const [key, pair] of pairs) {
    expect(translatorFor("vi")(key, pair)).toContain("1.234");
    expect(translatorFor("vi")(key, pair)).toContain("5.678");
  }
  expect(translatorFor("vi")("exchange.line", { line: 4_990 })).toContain("4990");
});

it("writes figures that stand behind a code as the language has them, and names as they are", () => {
  const t = translatorFor("vi");
  expect(errorText(t, "supply_much?kg=17143")).toContain("17.143 kg");
  expect(errorText(translatorFor("en"), "supply_much?kg=17143")).toContain("17,143 kg");
  expect(errorText(t, "commune_chosen?now=Xã+1234")).toContain("Xã 1234");
  expect(errorText(t, "price_meant?typed=60")).toContain("60");
});
