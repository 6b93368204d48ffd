import type { LocalDate } from "~/platform/period";

export type CollectionState = "coming" | "shown" | "ended";

/** Whether a collection is shown on a day; both of its days are included. */
export function collectionStateOn(
  today: LocalDate,
  collection: { startsOn: LocalDate; endsOn: LocalDate; endedAt: number | null },
): CollectionState {
  if (collection.endedAt !== null || today > collection.endsOn) return "ended";
  return today < collection.startsOn ? "coming" : "shown";
}
