import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { removeProfilePhoto } from "~/domain/flows/remove-profile-photo.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** Whoever opens the address of the button is led to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "profile.edit");
  throw redirect(paths.householdProfile());
}

/** Takes the photo of the household that the address names, or of the person's first, off at once. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "profile.edit");
  const slug = new URL(args.request.url).searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw notFound();
  await removeProfilePhoto(actor, scope, { householdId: household.id });
  const query = slug === null ? {} : { household: slug };
  throw redirect(paths.householdProfile({ ...query, done: "photo_removed" }), 303);
}
