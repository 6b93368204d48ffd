import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proposeProfile } from "~/domain/flows/propose-profile.server";
import { profileForm } from "~/domain/households/forms-profile";
import { findOwnProfile } from "~/domain/households/queries-profile.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DoneNotice } from "~/ui/households/done-notice";
import { ProfileForm } from "~/ui/households/profile-form";
import { ProfilePhoto, ProfileState } from "~/ui/households/profile-state";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission, type DoorArgs, type Entry } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { sentFile } from "~/web/sent-files.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.profileTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "profile.edit");
  const profile = await ownProfile(args, entry);
  const done = new URL(args.request.url).searchParams.get("done");
  return { deskHouseholdId: profile.householdId, profile, changeId: newId("pfc"), done };
}

/** Sends other words or another photo to the department. */
export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "profile.edit");
  const { actor, scope, user } = entry;
  const { householdId } = await ownProfile(args, entry);
  const read = await readForm(args.request, profileForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const photo = await sentFile({ form: read.form, ownerId: user.id }, "photo");
  const { changeId, ...words } = read.value;
  const result = await proposeProfile(actor, scope, { changeId, householdId, words, photo });
  if (result.ok) {
    await photo?.drop();
    const done = result.value.isSent ? "profile_sent" : "profile_same";
    return redirect(paths.householdProfile({ ...queryOf(args), done }), 303);
  }
  if (result.code === "household_not_found") throw notFound();
  const reply = fieldErrorReply(read.submission, "photo", result.code);
  return data<MutationReply>(reply, { status: 400 });
}

export default function ProfilePage() {
  const { profile, changeId, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("households.profileTitle")}</h1>
      <p className="mt-2 text-soft">{t("households.profileLead")}</p>
      <DoneNotice done={done} problem={null} />
      <ProfileState sent={profile.sent} />
      <ProfileForm profile={profile} changeId={changeId} reply={reply} />
      <ProfilePhoto photo={profile.shown.photo} />
    </>
  );
}

function queryOf(args: DoorArgs): { household?: string } {
  const household = new URL(args.request.url).searchParams.get("household");
  return household === null ? {} : { household };
}

/** Of the household that the address names, or the person's first. */
async function ownProfile(args: DoorArgs, { scope }: Entry) {
  const household = await findDeskHousehold(scope, queryOf(args).household ?? null);
  const profile = household && (await findOwnProfile(scope, household.id));
  if (!profile) throw notFound();
  return profile;
}
