import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { createListing } from "~/domain/catalog/create-listing.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import type { Answered, ListingPhoto } from "~/domain/catalog/listing-answers";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { findOwnListing } from "~/domain/catalog/queries-listing.server";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { answerListing, type AnswerListingCode } from "./answer-listing.server";

export type PhotographListing = {
  listingId: string;
  householdId: string;
  /** null: it comes later. */
  photo: SentFile | null;
  seen: number;
};
type Code = AnswerListingCode | PhotoCode | "household_not_found" | "listings_full";

/**
 * The first step: begins a draft, or gives one that is there another photo. Sent twice, one draft has one photo;
 * whatever fails, no file is left behind.
 */
export async function photographListing(
  actor: UserActor,
  scope: Scope,
  { photo: sent, ...input }: PhotographListing,
): Promise<Result<Answered, Code>> {
  if (!isInScope(scope, input.householdId)) return fail("household_not_found");
  const hash = sent?.hash ?? null;
  // Decoding a photo is work: not for a form that came twice.
  const known = await findOwnListing(scope, input.listingId);
  const isKnown = known?.answers.photo && (known.answers.photo.value?.hash ?? null) === hash;
  if (known && isKnown) return succeed(known.answers);
  const original = sent && (await sent.read());
  if (sent && !original) return fail("photo_not_whole");
  const stored = original && (await storePhoto(original));
  if (stored && !stored.ok) return stored;
  const photo = stored && hash !== null ? { ...stored.value, hash } : null;
  let isKept = false;
  try {
    const result = await keep(actor, scope, { ...input, photo });
    isKept = result.ok && result.value.photo?.value?.id === photo?.id;
    return result;
  } finally {
    if (photo && !isKept) await discardPhoto(photo.id);
  }
}

async function keep(
  actor: UserActor,
  scope: Scope,
  input: Omit<PhotographListing, "photo"> & { photo: ListingPhoto | null },
): Promise<Result<Answered, Code>> {
  const { listingId, householdId, photo, seen } = input;
  const begun = await inTransaction(async (tx) => {
    const listing = { listingId, householdId, photo, userId: actor.userId };
    const created = await createListing(tx, scope, listing);
    if (!created.ok || !created.value.isNew) return created;
    await recordAction(tx, {
      actor,
      action: "listing.begin",
      subject: { kind: "listing", id: listingId },
      after: { householdId, photoId: photo?.id ?? null },
    });
    return created;
  });
  if (!begun.ok) return begun;
  if (begun.value.isNew) return succeed({ photo: { at: 1, value: photo } });
  return answerListing(actor, scope, { listingId, screen: "photo", seen, value: photo });
}
