import { createHash } from "node:crypto";
import type { Language } from "~/platform/language";
import type { HouseholdPictureFacts } from "./types-places";

/** Raised when the picture is drawn otherwise, so that message apps fetch it anew. */
const DESIGN = 1;

/** Names a seller's drawn picture by everything it shows, as `cardVersion` a product's. */
export function householdCardVersion(facts: HouseholdPictureFacts, language: Language): string {
  const { photo, ...others } = facts;
  const shown = [
    "household",
    DESIGN,
    language,
    photo?.id ?? null,
    Object.entries(others).toSorted(),
  ];
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 12);
}
