import { createHash } from "node:crypto";
import type { Language } from "~/platform/language";
import type { PictureFacts } from "./types";

/** Raised when the picture is drawn otherwise, so that message apps fetch it anew. */
const DESIGN = 3;

/**
 * Names a product's drawn picture by everything it shows: with another price it is another picture at another
 * address, because message apps keep what they once fetched.
 */
export function cardVersion(facts: PictureFacts, language: Language): string {
  const { slug, name, packLabel, priceVnd, ocopSet, photo, stars } = facts;
  const { householdName, communeName, isSample } = facts;
  const words = [language, name, packLabel, householdName, communeName];
  const shown = [DESIGN, words, priceVnd, ocopSet, photo?.id ?? slug, stars, isSample];
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 12);
}
