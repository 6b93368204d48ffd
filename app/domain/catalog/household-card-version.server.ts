import { createHash } from "node:crypto";
import type { Language } from "~/platform/language";
import type { HouseholdPictureFacts } from "./types-places";

/** Raised when the picture is drawn otherwise, so that message apps fetch it anew. */
const DESIGN = 1;

/** Names a seller's drawn picture by everything it shows, as `cardVersion` a product's. */
export function householdCardVersion(facts: HouseholdPictureFacts, language: Language): string {
  const { name, kind, communeName, provinceName, photo, drawn, isSample } = facts;
  const words = [language, name, kind, communeName, provinceName, ...facts.productNames];
  const picture = photo?.id ?? [drawn.ocopSet, drawn.slug];
  const shown = ["household", DESIGN, words, picture, facts.productCount, isSample];
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 12);
}
