import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listingBeginForm } from "~/domain/catalog/forms-listing";
import { isPhotoCode } from "~/domain/catalog/photo-limits";
import { photographListing } from "~/domain/flows/photograph-listing.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import type { Scope } from "~/domain/identity/scope";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useDesk } from "~/ui/households/use-desk";
import { PhotoStep } from "~/ui/listing/photo-step";
import { StepFrame } from "~/ui/listing/step-frame";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { listingPhotoOf } from "~/web/listing-photo.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.newProduct"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const household = await householdOf(args.request, entry.scope);
  return { deskHouseholdId: household.id, listingId: newId("prd") };
}

/** The version of the answer with which a draft begins. */
const BEGUN_WITH = 1;

/** The first step, with which a draft begins. */
export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const household = await householdOf(args.request, entry.scope);
  const read = await readForm(args.request, listingBeginForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { listingId, later, sentPhoto: sentHash } = read.value;
  const sender = { ownerId: entry.user.id, sentHash };
  const photo = later ? null : await listingPhotoOf(read.form, sender);
  const refuse = (code: string) =>
    data<MutationReply>(fieldErrorReply(read.submission, "photo", code), { status: 400 });
  if (!later && !photo) return refuse("photo_missing");
  // Whoever comes back to this page with another photo means it in the place of what this page had brought.
  const seen = later ? 0 : BEGUN_WITH;
  const input = { listingId, householdId: household.id, photo, seen };
  const begun = await photographListing(entry.actor, entry.scope, input);
  if (begun.ok) await photo?.drop();
  // Another phone has answered it since: what stands is shown, with why.
  if (!begun.ok && begun.code === "listing_changed" && !later) {
    const problem = { problem: begun.code };
    return redirect(paths.listingScreen(listingId, "photo", problem), 303);
  }
  // Of a draft that has a photo there is none to come later; or it has become its product: there the way goes on.
  if (begun.ok || begun.code === "listing_changed" || begun.code === "listing_not_found") {
    return redirect(paths.listing(listingId), 303);
  }
  if (isPhotoCode(begun.code)) return refuse(begun.code);
  return data<MutationReply>(failureReply(begun, read.submission), { status: 409 });
}

async function householdOf(request: Request, scope: Scope) {
  const slug = new URL(request.url).searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  return household;
}

export default function NewProductPage() {
  const { listingId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  // What was refused is sent again as the same product: with another id the phone would keep a second one.
  const refused = reply?.submission;
  const refusedId = refused?.error?.["listingId"]
    ? undefined
    : refused?.initialValue?.["listingId"];
  const sentId = typeof refusedId === "string" ? refusedId : undefined;
  const back = { href: paths.householdProducts(query), text: t("households.backToProducts") };
  return (
    <StepFrame
      listingId={null}
      sentId={sentId}
      answered={{}}
      step={1}
      title={t("listing.ask_photo")}
      lead={t("listing.lead_photo")}
      back={back}
    >
      <PhotoStep newListingId={sentId ?? listingId} photo={undefined} reply={reply} />
    </StepFrame>
  );
}
