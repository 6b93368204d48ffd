import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "~/platform/language";
import { PieceLanguage } from "./site";

/**
 * Draws a piece of a page that many pages repeat, once per content: the markup is kept under all that it is made from,
 * so it can never be out of date. The piece knows its props and the language; of the reader and the rest of the site
 * it knows nothing, and asking for it (`useSite`) fails.
 *
 * @param max how many are kept; the one that was not used for longest goes first
 */
export function keepPiece<Props extends object>(
  Piece: (props: Props) => ReactNode,
  max: number,
): (props: Props, language: Language) => string {
  const kept = new Map<string, string>();
  return (props, language) => {
    const key = language + JSON.stringify(props);
    const markup = kept.get(key) ?? draw(<Piece {...props} />, language);
    kept.delete(key);
    kept.set(key, markup);
    for (const [oldest] of kept) {
      if (kept.size <= max) break;
      kept.delete(oldest);
    }
    return markup;
  };
}

function draw(piece: ReactNode, language: Language): string {
  return renderToStaticMarkup(
    <PieceLanguage.Provider value={language}>{piece}</PieceLanguage.Provider>,
  );
}
