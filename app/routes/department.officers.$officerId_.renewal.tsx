import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askOfficer } from "~/domain/flows/ask-officer.server";
import { officerReasonForm } from "~/domain/identity/forms";
import { findOfficer } from "~/domain/identity/queries-officers.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OfficerReasonForm } from "~/ui/department/officer-forms";
import { OfficerPassword } from "~/ui/department/officer-secrets";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("officers.renew"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "officer.manage");
  const officer = orNotFound(await findOfficer(args.params["officerId"] ?? ""));
  if (officer.id === user.id) throw redirect(paths.officer(officer.id));
  return officer;
}

/** Asks for new access for a colleague, who lost the phone or comes back; the answer shows the password once. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "officer.manage");
  const officer = orNotFound(await findOfficer(args.params["officerId"] ?? ""));
  const read = await readForm(args.request, officerReasonForm);
  if (!read.ok) return data({ reply: read.reply, password: null }, { status: 400 });
  const asked = await askOfficer(actor, { kind: "renew", userId: officer.id, ...read.value });
  if (asked.ok) return data({ reply: undefined, password: asked.value.password });
  return data({ reply: failureReply(asked, read.submission), password: null }, { status: 409 });
}

export default function OfficerRenewalPage() {
  const officer = useLoaderData<typeof loader>();
  const { password = null, reply } = useActionData<typeof action>() ?? {};
  const t = useT();
  const mark = useMark();
  const name = mark(officer.fullName, "vi");
  const title = t(officer.isOfficer ? "officers.renew" : "officers.reopen");
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.officer(officer.id)} text={name} />
      {password === null ? (
        <>
          <h1 className="text-3xl">{title}</h1>
          <p className="mt-2 max-w-prose text-soft">
            {t(officer.isOfficer ? "officers.renewLead" : "officers.reopenLead", { name })}
          </p>
          <OfficerReasonForm
            action={paths.officerRenewal(officer.id)}
            button={t("officers.newAsk")}
            tone="main"
            reply={reply}
          />
        </>
      ) : (
        <OfficerPassword {...officer} password={password} />
      )}
    </div>
  );
}
