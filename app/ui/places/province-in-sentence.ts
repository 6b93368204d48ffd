import type { Language } from "~/platform/language";

/** `Tỉnh Tuyên Quang` inside a sentence: `tỉnh Tuyên Quang`, in English `Tuyên Quang`. */
export function provinceInSentence(language: Language, name: string): string {
  const [, kind = "", rest = name] = /^(Tỉnh|Thành phố) (.+)$/.exec(name) ?? [];
  return language === "en" || kind === "" ? rest : `${kind.toLowerCase()} ${rest}`;
}
