import { photographListing, type PhotographListing } from "./photograph-listing.server";
import { answerListing } from "./answer-listing.server";
import type { UserActor } from "~/domain/audit/actor";
import type { ListingAnswers, ListingScreen } from "~/domain/catalog/listing-answers";
import { findOwnListing } from "~/domain/catalog/queries-listing.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { householdId, scope, today } from "./test-products";

/** Test support: drafts of the household of `test-products`. */
export const person: UserActor = { kind: "user", userId: "usr_test", role: "household_member" };

export const HONEY: Omit<ListingAnswers, "photo" | "weight"> = {
  kind: 4,
  name: "Mật ong rừng",
  unit: "bottle",
  content: { amount: 500, measure: "ml" },
  price: 150_000,
  stock: { kind: "now", stockCount: 12, madeOn: today, expiresOn: null },
};

export async function begin(change: Partial<PhotographListing> = {}): Promise<string> {
  const input = { listingId: newId("prd"), householdId, photo: null, seen: 0, ...change };
  const begun = await photographListing(person, scope, input);
  if (!begun.ok) throw new Error(begun.code);
  return input.listingId;
}

/** One answer as a form brings it that shows what is answered now. */
export async function answer<Screen extends ListingScreen>(
  listingId: string,
  screen: Screen,
  value: ListingAnswers[Screen],
) {
  const listing = await findOwnListing(scope, listingId);
  const seen = listing?.answers[screen]?.at ?? 0;
  return answerListing(person, scope, { listingId, screen, seen, value });
}

/** A draft with all these answers, in order. */
export async function fill(
  answers: Partial<ListingAnswers> = HONEY,
  photo: Uint8Array | null = null,
): Promise<string> {
  const listingId = await begin({ photo: photo && sentWhole(photo) });
  const screens = ["kind", "name", "unit", "content", "weight", "price", "stock"] as const;
  for (const screen of screens) {
    const value = answers[screen];
    if (value === undefined) continue;
    const kept = await answer(listingId, screen, value);
    if (!kept.ok) throw new Error(`${screen}: ${kept.code}`);
  }
  return listingId;
}
