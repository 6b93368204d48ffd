import { stemOfPlace, typedPlaceOf } from "~/domain/places/place-name";
import { fold } from "~/platform/fold";
import { NameIndex } from "./name-index";
import type { ShelfCommune } from "./shelf";

/** A commune in force, as it was found: by its own name, or by that of a place that is part of it now. */
export type FoundPlace = {
  commune: ShelfCommune;
  /** Its place in the shelf's list of communes. */
  number: number;
  /** `Xã Pả Vi`, the name before July 2025; null when found by the name of today. */
  formerName: string | null;
};

const NAMED_MAX = 6;

/** The communes of one province by what they are called and what their parts were called. */
export class PlaceIndex {
  private readonly begun = new NameIndex<FoundPlace>();
  private readonly byStem = new Map<string, FoundPlace[]>();
  private readonly byDistrict = new Map<string, FoundPlace[]>();

  constructor(communes: readonly ShelfCommune[], provinceCode: string) {
    const places = [...communes.entries()].filter(([, one]) => one.provinceCode === provinceCode);
    for (const [number, commune] of places) {
      this.add({ commune, number, formerName: null }, commune.name);
    }
    for (const [number, commune] of places) {
      const own = stemOfPlace(commune.name);
      for (const { name, districtName } of commune.formerPlaces) {
        const found = { commune, number, formerName: name };
        if (stemOfPlace(name) !== own) this.add(found, name);
        note(this.byDistrict, fold(stemOfPlace(districtName)), {
          ...found,
          formerName: districtName,
        });
      }
    }
  }

  private add(found: FoundPlace, name: string): void {
    const stem = stemOfPlace(name);
    this.begun.add(found, stem);
    note(this.byStem, fold(stem), found);
  }

  /** Places whose name holds what was typed, perhaps only begun; each commune once. */
  beginning(terms: readonly string[], limit: number): FoundPlace[] {
    // Several parts of one commune may fit: looked at are more than are wanted.
    return onceEach(this.begun.find(terms, limit * 10)).slice(0, limit);
  }

  /** Places that are called exactly what was typed; without one, the communes of the former district of that name. */
  named(text: string): FoundPlace[] {
    const typed = typedPlaceOf(text);
    const found = this.byStem.get(typed) ?? this.byDistrict.get(typed) ?? [];
    return onceEach(found).slice(0, NAMED_MAX);
  }
}

function note(places: Map<string, FoundPlace[]>, name: string, found: FoundPlace): void {
  if (name === "") return;
  const known = places.get(name);
  if (known) known.push(found);
  else places.set(name, [found]);
}

function onceEach(places: readonly FoundPlace[]): FoundPlace[] {
  return [...new Map(places.toReversed().map((one) => [one.number, one])).values()].toReversed();
}
