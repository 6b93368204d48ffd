import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { ProductCreated } from "~/domain/catalog/create-product.server";
import type { Answered, ListingWords } from "~/domain/catalog/listing-answers";
import { productOf } from "~/domain/catalog/listing-product";
import { removeListing } from "~/domain/catalog/remove-listing.server";
import type { StoredPhoto } from "~/domain/catalog/store-photo.server";
import { submitProduct } from "~/domain/catalog/submit-product.server";
import type { Scope } from "~/domain/identity/scope";
import { hasAcceptedTerms } from "~/domain/joining/queries-terms.server";
import { now } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import { fail, type Result } from "~/platform/result";
import { writeProduct } from "./write-product.server";

export type SendListing = {
  listingId: string;
  /** Of the summary that was looked at: what changed since is looked at again. */
  version: number;
  words: ListingWords;
  /** `draft`: it is written, and worked on before it is sent. */
  to: "submit" | "draft";
};

/** A draft becomes the product that its answers make, and goes to the department to be looked at; all of it or nothing. */
export async function sendListing(
  actor: Actor,
  scope: Scope,
  { listingId, version, words, to }: SendListing,
): Promise<Result<ProductCreated, string>> {
  return inTransaction(async (tx) => {
    const removed = await removeListing(tx, scope, listingId);
    if (!removed.ok) return removed;
    const { answers, householdId, version: present } = removed.value;
    if (present !== version) return fail("listing_changed");
    if (to === "submit" && !(await hasAcceptedTerms(tx, householdId))) {
      return fail("terms_not_accepted");
    }
    const today = localDateOf(now());
    const listed = productOf(answers, { productId: listingId, words, today });
    if (!listed.ok) return listed;
    const photo = storedPhotoOf(answers);
    const product = { productId: listingId, householdId, photo, ...listed.value };
    const written = await writeProduct(tx, { actor, scope }, product);
    if (!written.ok) return written;
    if (to === "submit") await submit(tx, { actor, scope, slug: written.value.slug });
    return written;
  });
}

function storedPhotoOf({ photo }: Answered): StoredPhoto | null {
  if (!photo?.value) return null;
  const { hash: _ofTheFile, ...stored } = photo.value;
  return stored;
}

async function submit(
  tx: Transaction,
  { actor, scope, slug }: { actor: Actor; scope: Scope; slug: string },
) {
  const moved = await submitProduct(tx, scope, { slug, actorId: actorIdOf(actor) });
  invariant(moved.ok, "a draft made in this transaction may be sent");
  await recordAction(tx, {
    actor,
    action: "product.submit",
    subject: { kind: "product", id: moved.value.id },
    before: { status: moved.value.from },
    after: { status: "awaiting_approval" },
  });
}
