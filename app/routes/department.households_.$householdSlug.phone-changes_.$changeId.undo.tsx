import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { undoPhoneChange } from "~/domain/flows/undo-phone-change.server";
import { phoneUndoForm } from "~/domain/households/forms-entry";
import { findEntryHousehold } from "~/domain/households/queries-entry-codes.server";
import {
  countLaterChanges,
  findChangeOfHousehold,
} from "~/domain/households/queries-phone-changes.server";
import { reader } from "~/platform/db.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PhoneUndo } from "~/ui/helpers/phone-undo";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("entry.undoTitle"));

const placeOf = ({ params }: DoorArgs) => ({
  slug: params["householdSlug"] ?? "",
  changeId: params["changeId"] ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "entry_code.give");
  const { slug, changeId } = placeOf(args);
  const { id: householdId, name } = orNotFound(await findEntryHousehold(slug));
  const found = orNotFound(await findChangeOfHousehold(reader(), { householdId, changeId }));
  const { userId: _member, ...change } = found;
  if (change.undoneAt !== null) throw redirect(paths.giveEntryCode(slug, { done: "undone" }), 303);
  if (change.oldPhone === null) throw notFound();
  return { slug, name, change, laterCount: await countLaterChanges(reader(), found) };
}

/** Somebody of the household was recognised, and did not change the number. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "entry_code.give");
  const place = placeOf(args);
  const read = await readForm(args.request, phoneUndoForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const undone = await undoPhoneChange(actor, { ...read.value, ...place });
  if (!undone.ok) {
    const { code } = undone;
    if (code === "household_not_found" || code === "phone_change_not_found") throw notFound();
    return data<MutationReply>(failureReply(undone, read.submission), { status: 409 });
  }
  const back = undone.value;
  const told = back === null ? {} : { phone: back.phone ?? "", account: back.payoutAccount };
  return redirect(paths.giveEntryCode(place.slug, { done: "undone", ...told }), 303);
}

export default function PhoneUndoPage() {
  const { slug, name, change, laterCount } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.giveEntryCode(slug)} text={mark(name, "vi")} />
      <h1 className="text-3xl">{t("entry.undoTitle")}</h1>
      <PhoneUndo {...{ change, laterCount, reply }} action={paths.phoneUndo(slug, change.id)} />
    </div>
  );
}
