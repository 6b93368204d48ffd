import { measuresFor, type PackUnit } from "~/domain/catalog/listing-packs";

/** Of the question how much is in a pack: it is asked alike wherever unit and measures are the same. */
export function contentKey(set: number, unit: PackUnit): string {
  return `${unit} ${measuresFor(set, unit).join()}`;
}
