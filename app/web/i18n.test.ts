import { expect, it } from "vitest";
import { errorText, isMessageKey, translatorFor } from "./i18n";

it.each(["constructor", "toString", "__proto__"])("%s is no text", (code) => {
  expect(isMessageKey(`errors.${code}`)).toBe(false);
  expect(isMessageKey(`${code}.name`)).toBe(false);
  const t = translatorFor("vi");
  expect(errorText(t, code)).toBe(t("errors.unexpected"));
});
