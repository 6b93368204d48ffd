import { textFor, type Language } from "~/platform/language";
import { languageOfText } from "~/platform/vietnamese-letters";
import { markLanguage } from "~/web/mark-language";
import { useLanguage } from "./site";

export type Mark = (text: string, language?: Language) => string;

/**
 * For texts that may stand in another language than the page, whole or as a value within a sentence: the page shows
 * them in an element with `lang`. Without a language the letters say it: what somebody typed.
 */
export function useMark(): Mark {
  const page = useLanguage();
  return (text, language = languageOfText(text, page)) =>
    language === page || text === "" ? text : markLanguage(text, language);
}

/** The same for a text that is kept in Vietnamese and perhaps in English: what the reader's language has of it. */
export function useBilingual(): (vietnamese: string, english: string | null) => string {
  const page = useLanguage();
  const mark = useMark();
  return (vietnamese, english) => {
    const { text, language } = textFor(page, vietnamese, english);
    return mark(text, language);
  };
}

/** The same for what cannot hold an element, a field or a picture: its `lang`, undefined where it is the page's. */
export function useLang(language: Language | undefined): Language | undefined {
  const page = useLanguage();
  return language === page ? undefined : language;
}
