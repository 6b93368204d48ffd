import type { DeskCollection } from "~/domain/catalog/types-collection";
import { formatDate } from "~/platform/period";

export type CollectionFields = Record<
  | "name"
  | "nameEn"
  | "intro"
  | "introEn"
  | "criterion"
  | "criterionEn"
  | "startsOn"
  | "endsOn"
  | "position",
  string
>;

/** A collection as its form shows it. */
export function typedWordsOf(collection: DeskCollection): CollectionFields {
  const { name, nameEn, intro, introEn, criterion, criterionEn, position } = collection;
  return {
    name,
    nameEn,
    intro,
    introEn,
    criterion,
    criterionEn,
    startsOn: formatDate(collection.startsOn),
    endsOn: formatDate(collection.endsOn),
    position: String(position),
  };
}
