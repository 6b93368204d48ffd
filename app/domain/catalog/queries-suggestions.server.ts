import { settings } from "~/platform/env.server";
import type { Language } from "~/platform/language";
import { listNames } from "./queries.server";
import { currentShelf } from "./shelf/current-shelf.sqlite.server";
import { PlaceIndex, type FoundPlace } from "./shelf/place-index";
import type { Shelf } from "./shelf/shelf";
import { suggest } from "./shelf/suggest";
import type { NamedPlace, Suggestion } from "./types";

const placesOfShelf = new WeakMap<Shelf, PlaceIndex>();

/** The places of the market's province, as the shelf has them. */
function placesOf(shelf: Shelf): PlaceIndex {
  const known = placesOfShelf.get(shelf);
  if (known) return known;
  const places = new PlaceIndex(shelf.communeList, settings().PROVINCE);
  placesOfShelf.set(shelf, places);
  return places;
}

/** The communes that the words of a search are the name of, by old names too; none for most words. */
export function findNamedPlaces(text: string): NamedPlace[] {
  return placesOf(currentShelf()).named(text).map(namedPlace);
}

/** What somebody who has typed so far may mean: products first, then kinds, places and sellers. */
export async function listSuggestions(text: string, language: Language): Promise<Suggestion[]> {
  const shelf = currentShelf();
  const found = suggest(shelf, placesOf(shelf), { text, language });
  const products = await listNames(found.searchIds, language);
  return [
    ...products.map((product) => ({ kind: "product" as const, ...product })),
    ...found.sets.map((set) => ({ kind: "set" as const, ...set })),
    ...found.places.map((place) => ({ kind: "commune" as const, ...namedPlace(place) })),
    ...found.households.map(({ slug, name }) => ({ kind: "household" as const, slug, name })),
  ];
}

function namedPlace({ commune, formerName }: FoundPlace): NamedPlace {
  return { code: commune.code, name: commune.name, formerName };
}
