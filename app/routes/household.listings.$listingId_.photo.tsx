import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { locateListing } from "~/domain/catalog/queries-listing.server";
import { listingPhotoForm } from "~/domain/catalog/forms-listing";
import { isPhotoCode } from "~/domain/catalog/photo-limits";
import { photographListing } from "~/domain/flows/photograph-listing.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useDesk } from "~/ui/households/use-desk";
import { ConflictNotice } from "~/ui/listing/conflict-notice";
import type { ListingReply } from "~/ui/listing/listing-reply";
import { PhotoStep } from "~/ui/listing/photo-step";
import { StepFrame } from "~/ui/listing/step-frame";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import { listingPhotoOf } from "~/web/listing-photo.server";
import { failureReply, readForm } from "~/web/mutation.server";
import { openListing } from "~/web/open-listing";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("listing.ask_photo"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const { id, householdId, answers } = openListing(
    await locateListing(entry.scope, args.params["listingId"] ?? ""),
  );
  const isChanged = new URL(args.request.url).searchParams.get("problem") === "listing_changed";
  return { deskHouseholdId: householdId, listingId: id, answered: answers, isChanged };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const { id, householdId } = openListing(
    await locateListing(entry.scope, args.params["listingId"] ?? ""),
  );
  const read = await readForm(args.request, listingPhotoForm);
  if (!read.ok) return data<ListingReply>(read.reply, { status: 400 });
  const { seen, later, sentPhoto: sentHash } = read.value;
  const sender = { ownerId: entry.user.id, sentHash };
  const photo = later ? null : await listingPhotoOf(read.form, sender);
  const refuse = (code: string) =>
    data<ListingReply>(fieldErrorReply(read.submission, "photo", code), { status: 400 });
  if (!later && !photo) return refuse("photo_missing");
  const input = { listingId: id, householdId, photo, seen };
  const kept = await photographListing(entry.actor, entry.scope, input);
  if (kept.ok) {
    await photo?.drop();
    return redirect(paths.listing(id), 303);
  }
  if (kept.code === "listing_not_found" || kept.code === "household_not_found") throw notFound();
  if (isPhotoCode(kept.code)) return refuse(kept.code);
  const mine = later ? { mine: null } : {};
  return data<ListingReply>({ ...failureReply(kept, read.submission), ...mine }, { status: 409 });
}

export default function ListingPhotoPage() {
  const { listingId, answered, ...before } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  const { photo } = answered;
  const isChanged = reply?.failure?.code === "listing_changed";
  const asked = { seen: photo?.at ?? 0, value: photo?.value ?? null };
  return (
    <StepFrame
      listingId={listingId}
      answered={answered}
      step={1}
      title={t("listing.ask_photo")}
      lead={t("listing.lead_photo")}
      back={{ href: paths.householdProducts(query), text: t("households.backToProducts") }}
    >
      {before.isChanged && !reply ? <Refusal title={errorText(t, "listing_changed")} /> : null}
      {isChanged ? <ConflictNotice screen="photo" {...{ listingId, answered, reply }} /> : null}
      <PhotoStep photo={{ listingId, ...asked }} reply={isChanged ? undefined : reply} />
    </StepFrame>
  );
}
