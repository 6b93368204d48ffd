import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { locateListing } from "~/domain/catalog/queries-listing.server";
import { listingLeavingForm, listingSendingForm } from "~/domain/catalog/forms-listing";
import { LISTING_STEP_COUNT, nextScreen } from "~/domain/catalog/listing-answers";
import { isService } from "~/domain/catalog/ocop-sets";
import { keepListingWords } from "~/domain/flows/keep-listing-words.server";
import { plainListingWords } from "~/domain/flows/plain-listing-words.server";
import { sendListing } from "~/domain/flows/send-listing.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HouseholdNotice } from "~/ui/households/household-notice";
import { questionPath } from "~/ui/listing/question-link";
import { SendingForm } from "~/ui/listing/sending-form";
import { StepFrame } from "~/ui/listing/step-frame";
import { SummaryView } from "~/ui/listing/summary-view";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { openListing } from "~/web/open-listing";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("listing.summaryTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const listing = openListing(await locateListing(entry.scope, args.params["listingId"] ?? ""));
  const { id, householdId, answers, version } = listing;
  if (nextScreen(answers) !== null) throw redirect(paths.listing(id), 303);
  return {
    deskHouseholdId: householdId,
    listingId: id,
    answered: answers,
    version,
    words: answers.words ?? (await plainListingWords(entry.scope, listing)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const listing = openListing(await locateListing(entry.scope, args.params["listingId"] ?? ""));
  const { id, answers } = listing;
  const form = await readFormData(args.request);
  const leaving = checkForm(form, listingLeavingForm);
  if (leaving.ok) {
    const { to: screen, ...words } = leaving.value;
    const plain = await plainListingWords(entry.scope, listing);
    const isPlain = words.taxClass === undefined && words.description === plain.description;
    if (!isPlain || answers.words) {
      await keepListingWords(entry.actor, entry.scope, { listingId: id, words });
    }
    return redirect(questionPath(id, { answered: answers, screen }), 303);
  }
  const read = checkForm(form, listingSendingForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { version, to, ...words } = read.value;
  const sent = await sendListing(entry.actor, entry.scope, { listingId: id, version, words, to });
  if (sent.ok) {
    const done = to === "submit" ? "submitted" : "created";
    return redirect(paths.householdProduct(sent.value.slug, { done }), 303);
  }
  // Sent at the same moment from elsewhere: there it leads to what has become of it.
  if (sent.code === "listing_not_found") return redirect(paths.listing(id), 303);
  return data<MutationReply>(failureReply(sent, read.submission), { status: 409 });
}

export default function ListingSummaryPage() {
  const { listingId, answered, version, words } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <StepFrame
      listingId={listingId}
      answered={answered}
      step={LISTING_STEP_COUNT + 1}
      title={t("listing.summaryTitle")}
      back={null}
    >
      <HouseholdNotice />
      <SummaryView listingId={listingId} answered={answered} />
      <SendingForm
        {...{ listingId, version, words, reply }}
        isService={isService(answered.kind?.value ?? 1)}
      />
    </StepFrame>
  );
}
