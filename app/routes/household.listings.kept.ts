import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { keptListingForm } from "~/domain/catalog/forms-listing";
import { dropParts, sentInParts } from "~/platform/parts.server";
import { sendKeptListing, type KeptOutcome } from "~/domain/flows/send-kept-listing.server";
import { isInScope } from "~/domain/identity/scope";
import { answeredText } from "~/ui/listing/answer-text";
import { noConsent, requirePermission, type Entry } from "~/web/guard.server";
import { badRequest } from "~/web/http-errors";
import { errorText, translatorFor } from "~/web/i18n";
import type { KeptReply } from "~/web/kept-reply";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "product.edit");
  return redirect(paths.householdProducts());
}

/** Takes in a product that a phone kept while it had no line (`KeptListingForm`, JSON) and says what became of it. */
export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const read = keptListingForm.safeParse(await args.request.json().catch(() => null));
  if (!read.success) throw badRequest();
  const { photo, ...kept } = read.data;
  const isHelper = entry.user.role === "agent";
  if (isHelper && !isInScope(entry.scope, kept.householdId)) throw noConsent();
  const ownerId = entry.user.id;
  const outcome = await sendKeptListing(entry.actor, entry.scope, {
    ...kept,
    photo: photo && {
      seen: photo.seen,
      photo: photo.hash === null ? null : sentInParts({ ownerId, hash: photo.hash }),
    },
  });
  if (outcome.state === "taken" && photo?.hash) {
    await dropParts({ ownerId, hash: photo.hash });
  }
  return Response.json(replyOf(outcome, entry, kept.listingId) satisfies KeptReply);
}

/** In the words of whoever sent it. */
function replyOf(outcome: KeptOutcome, { language }: Entry, listingId: string): KeptReply {
  const t = translatorFor(language);
  switch (outcome.state) {
    case "taken": {
      const { slug } = outcome;
      const to = slug === null ? paths.listing(listingId) : paths.householdProduct(slug);
      return { state: "taken", to };
    }
    case "changed": {
      const { screen, mine, answered } = outcome;
      const own = mine === undefined ? {} : { [screen]: { at: 0, value: mine } };
      const textIn = (told: typeof answered) =>
        answeredText({ t, language }, { answered: told, screen });
      return { ...outcome, theirs: textIn(answered), mine: textIn(own) };
    }
    case "faulty": {
      const problems = outcome.problems.map(({ field, code }) => ({
        field,
        text: errorText(t, code),
      }));
      return { ...outcome, problems };
    }
    case "refused":
      return { state: "refused", text: errorText(t, outcome.code, outcome.detail) };
  }
}
