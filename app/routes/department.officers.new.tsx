import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { askOfficer } from "~/domain/flows/ask-officer.server";
import { newOfficerForm } from "~/domain/identity/forms";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { NewOfficerForm } from "~/ui/department/officer-forms";
import { OfficerPassword } from "~/ui/department/officer-secrets";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("officers.new"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "officer.manage");
  return null;
}

/** Asks for a colleague's sign-in; the answer shows its password, which nothing shows again. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "officer.manage");
  const read = await readForm(args.request, newOfficerForm);
  if (!read.ok) return data({ reply: read.reply, given: null }, { status: 400 });
  const asked = await askOfficer(actor, { kind: "open", ...read.value });
  if (asked.ok) return data({ reply: undefined, given: { ...read.value, ...asked.value } });
  return data({ reply: failureReply(asked, read.submission), given: null }, { status: 409 });
}

export default function NewOfficerPage() {
  const { given = null, reply } = useActionData<typeof action>() ?? {};
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.officers()} text={t("officers.title")} />
      {given === null ? (
        <>
          <h1 className="text-3xl">{t("officers.new")}</h1>
          <p className="mt-2 max-w-prose text-soft">{t("officers.newLead")}</p>
          <NewOfficerForm reply={reply} />
        </>
      ) : (
        <OfficerPassword {...given} />
      )}
    </div>
  );
}
