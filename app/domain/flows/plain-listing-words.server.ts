import { packIn, type ListingWords } from "~/domain/catalog/listing-answers";
import { plainDescription } from "~/domain/catalog/listing-product";
import type { OwnListing } from "~/domain/catalog/queries-listing.server";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import type { Scope } from "~/domain/identity/scope";

/** What is said of a draft's product before anybody typed: a description of the bare facts. */
export async function plainListingWords(
  scope: Scope,
  { householdId, answers }: OwnListing,
): Promise<ListingWords> {
  const households = await listDeskHouseholds(scope);
  const household = households.find((one) => one.id === householdId);
  const description = plainDescription({
    name: answers.name?.value ?? "",
    packLabel: packIn(answers)?.label ?? "",
    householdName: household?.name ?? "",
    communeName: household?.communeName ?? "",
  });
  return { description };
}
