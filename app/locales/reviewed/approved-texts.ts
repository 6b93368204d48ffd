import type { ReviewedLanguage } from "../../platform/language";
import { resources } from "../resources";
import hmn from "./hmn.json";
import km from "./km.json";

/** What a translator wrote for one text, and the native reader who approved it; null: still waiting for one. */
export type ReviewedText = {
  /** The Vietnamese text that was translated. */
  source: string;
  text: string;
  reviewed_by: string | null;
};

/** By `room.key`. */
export type ReviewedCatalogue = Readonly<Record<string, ReviewedText>>;

export const reviewedCatalogues: Readonly<Record<ReviewedLanguage, ReviewedCatalogue>> = {
  km,
  hmn,
};

/** Every Vietnamese text by `room.key`, plurals with their ending. */
export const vietnameseTexts: ReadonlyMap<string, string> = new Map(
  Object.entries(resources.vi).flatMap(([room, messages]) =>
    Object.entries<string>(messages).map(([key, text]) => [`${room}.${key}`, text] as const),
  ),
);

/** `approved` texts are shown; the others wait, or translate words that have changed since. */
export type ReviewState = "approved" | "waiting" | "outdated";

export function reviewStateOf(key: string, entry: ReviewedText): ReviewState {
  if (entry.source !== vietnameseTexts.get(key)) return "outdated";
  return entry.reviewed_by === null || entry.reviewed_by.trim() === "" ? "waiting" : "approved";
}

/** The texts that may be shown, by `room.key`. */
export function approvedTexts(catalogue: ReviewedCatalogue): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue)
      .filter(([key, entry]) => reviewStateOf(key, entry) === "approved")
      .map(([key, entry]) => [key, entry.text]),
  );
}
