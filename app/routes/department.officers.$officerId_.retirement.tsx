import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { retireOfficer } from "~/domain/flows/retire-officer.server";
import { officerReasonForm } from "~/domain/identity/forms";
import { findOfficer } from "~/domain/identity/queries-officers.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OfficerReasonForm } from "~/ui/department/officer-forms";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("officers.retire"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "officer.manage");
  const officer = orNotFound(await findOfficer(args.params["officerId"] ?? ""));
  if (officer.id === user.id || !officer.isOfficer) throw redirect(paths.officer(officer.id));
  return officer;
}

/** Somebody works for the department no more. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "officer.manage");
  const officerId = args.params["officerId"] ?? "";
  const read = await readForm(args.request, officerReasonForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const retired = await retireOfficer(actor, { officerId, ...read.value });
  if (!retired.ok && retired.code === "officer_unknown") throw notFound();
  if (!retired.ok) {
    return data<MutationReply>(failureReply(retired, read.submission), { status: 409 });
  }
  return redirect(paths.officers({ done: "retired" }), 303);
}

export default function OfficerRetirementPage() {
  const officer = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const name = mark(officer.fullName, "vi");
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.officer(officer.id)} text={name} />
      <h1 className="text-3xl">{t("officers.retire")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("officers.retireLead", { name })}</p>
      <OfficerReasonForm
        action={paths.officerRetirement(officer.id)}
        button={t("officers.retire")}
        tone="danger"
        reply={reply}
      />
    </div>
  );
}
