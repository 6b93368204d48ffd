import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { locateListing } from "~/domain/catalog/queries-listing.server";
import { listingSendingForm } from "~/domain/catalog/forms-listing";
import { nextScreen, packIn } from "~/domain/catalog/listing-answers";
import { LISTING_STEP_COUNT } from "~/domain/catalog/listing-answers";
import { plainDescription } from "~/domain/catalog/listing-product";
import { isService } from "~/domain/catalog/ocop-sets";
import { sendListing } from "~/domain/flows/send-listing.server";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HouseholdNotice } from "~/ui/households/household-notice";
import { SendingForm } from "~/ui/listing/sending-form";
import { StepFrame } from "~/ui/listing/step-frame";
import { SummaryView } from "~/ui/listing/summary-view";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { openListing } from "~/web/open-listing";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("listing.summaryTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const { id, householdId, answers, version } = openListing(
    await locateListing(entry.scope, args.params["listingId"] ?? ""),
  );
  if (nextScreen(answers) !== null) throw redirect(paths.listing(id), 303);
  const households = await listDeskHouseholds(entry.scope);
  const household = households.find((one) => one.id === householdId);
  return {
    deskHouseholdId: householdId,
    listingId: id,
    answered: answers,
    version,
    description: plainDescription({
      name: answers.name?.value ?? "",
      packLabel: packIn(answers)?.label ?? "",
      householdName: household?.name ?? "",
      communeName: household?.communeName ?? "",
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const { id } = openListing(await locateListing(entry.scope, args.params["listingId"] ?? ""));
  const read = await readForm(args.request, listingSendingForm);
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
  const { listingId, answered, version, description } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <StepFrame
      listingId={listingId}
      answered={answered}
      step={LISTING_STEP_COUNT + 1}
      title={t("listing.summaryTitle")}
      back={{ href: paths.listingScreen(listingId, "stock"), text: t("listing.back") }}
    >
      <HouseholdNotice />
      <SummaryView listingId={listingId} answered={answered} />
      <SendingForm
        {...{ listingId, version, description, reply }}
        isService={isService(answered.kind?.value ?? 1)}
      />
    </StepFrame>
  );
}
