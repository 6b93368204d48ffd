import { DEFAULT_LANGUAGE, type Language } from "~/platform/language";

export type Query = Readonly<Record<string, string | number | undefined>>;

/** A path with what is set of the query. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The same page in the other language. `path` is as the server routes it, without a language prefix. */
export function inLanguage(language: Language, path: string, query?: Query): string {
  const prefix = language === DEFAULT_LANGUAGE ? "" : `/${language}`;
  return withQuery(path === "/" && prefix !== "" ? prefix : prefix + path, query);
}
