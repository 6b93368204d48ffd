import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listingFormOf } from "~/domain/catalog/forms-listing";
import { isOpenScreen, packIn, STEP_OF } from "~/domain/catalog/listing-answers";
import { findPriceHint, locateListing } from "~/domain/catalog/queries-listing.server";
import { answerListing } from "~/domain/flows/answer-listing.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useDesk } from "~/ui/households/use-desk";
import { askedAt } from "~/ui/listing/asked-at";
import { ConflictNotice } from "~/ui/listing/conflict-notice";
import { ListingQuestion } from "~/ui/listing/listing-question";
import type { ListingReply } from "~/ui/listing/listing-reply";
import { backOf, questionTitle } from "~/ui/listing/question-words";
import { StepFrame } from "~/ui/listing/step-frame";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { failureReply, readForm } from "~/web/mutation.server";
import { openListing } from "~/web/open-listing";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, page ? questionTitle(siteOf(matches).t, page) : "");

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const {
    id,
    householdId,
    answers: answered,
  } = openListing(await locateListing(entry.scope, args.params["listingId"] ?? ""));
  const asked = askedAt(args.params["screen"], args.request.url);
  if (!asked) throw notFound();
  const { screen } = asked;
  if (!isOpenScreen(answered, screen)) throw redirect(paths.listing(id), 303);
  const pack = screen === "price" ? packIn(answered) : null;
  const of = { householdId, name: answered.name?.value ?? "", ocopSet: answered.kind?.value ?? 1 };
  return {
    deskHouseholdId: householdId,
    listingId: id,
    answered,
    ...asked,
    today: localDateOf(now()),
    hint: pack && (await findPriceHint({ ...of, pack })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const { id, answers: answered } = openListing(
    await locateListing(entry.scope, args.params["listingId"] ?? ""),
  );
  const asked = askedAt(args.params["screen"], args.request.url);
  if (!asked) throw notFound();
  const { screen, when } = asked;
  const form = listingFormOf(screen, { answered, today: localDateOf(now()), when });
  const read = await readForm(args.request, form);
  if (!read.ok) return data<ListingReply>(read.reply, { status: 400 });
  const answer = { listingId: id, screen, ...read.value };
  const kept = await answerListing(entry.actor, entry.scope, answer);
  if (kept.ok) return redirect(paths.listing(id), 303);
  if (kept.code === "listing_not_found") throw notFound();
  const reply = { ...failureReply(kept, read.submission), mine: read.value.value };
  return data<ListingReply>(reply, { status: 409 });
}

export default function ListingQuestionPage() {
  const question = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  const { listingId, screen, answered } = question;
  const isChanged = reply?.failure !== undefined;
  return (
    <StepFrame
      listingId={listingId}
      answered={answered}
      step={STEP_OF[screen]}
      title={questionTitle(t, question)}
      back={backOf(t, question, query)}
    >
      {isChanged ? <ConflictNotice {...{ listingId, screen, answered, reply }} /> : null}
      <ListingQuestion question={question} reply={isChanged ? undefined : reply} />
    </StepFrame>
  );
}
