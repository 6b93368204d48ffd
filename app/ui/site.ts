import { useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";
import type { Language } from "~/platform/language";
import { pageTranslatorFor, type Translate } from "~/web/i18n";
import { inLanguage } from "~/web/with-query";

/** What every page knows of the site and its reader; made by the root loader. */
export type Site = {
  language: Language;
  /** The path as routed, without language prefix, with its query. */
  path: string;
  /** Public pages have an address per language; desks follow the person's setting. */
  isPublic: boolean;
  isDemo: boolean;
  origin: string;
  /** As it stands within a sentence: `tỉnh Tuyên Quang`, in English `Tuyên Quang`. */
  provinceName: string;
  /** Who runs the marketplace, and where to complain, as they wrote it. */
  operator: { name: string; contact: string };
  /** Of the request, for the page of a failure. */
  reference: string;
  /** The page of a form that failed, as the browser knows it: the way back to it. */
  reopen: string | null;
  cartCount: number;
  user: { fullName: string; desk: "household" | "agent" | "department" | null } | null;
};

/** For the page of a failure where not even the root loader answered. */
export const UNKNOWN_SITE: Site = {
  language: "vi",
  path: "/",
  isPublic: true,
  isDemo: false,
  origin: "",
  provinceName: "",
  operator: { name: "", contact: "" },
  reference: "",
  reopen: null,
  cartCount: 0,
  user: null,
};

export function useSite(): Site {
  return useRouteLoaderData<Site>("root") ?? UNKNOWN_SITE;
}

/** Of a piece that is drawn apart from its page (`keepPiece`). */
export const PieceLanguage = createContext<Language | null>(null);

export function useLanguage(): Language {
  const ofPiece = useContext(PieceLanguage);
  return ofPiece ?? useSite().language;
}

/** The address of this page, as a link to it would say. */
export function usePageAddress(): string {
  const { isPublic, language, path } = useSite();
  return isPublic ? inLanguage(language, path) : path;
}

/** The texts of the reader's language. */
export function useT(): Translate {
  return pageTranslatorFor(useLanguage());
}
