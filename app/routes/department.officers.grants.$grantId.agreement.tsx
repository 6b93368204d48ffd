import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { agreeToOfficer } from "~/domain/flows/agree-to-officer.server";
import { findOfficerGrant } from "~/domain/identity/queries-officers.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { GrantQuestion } from "~/ui/department/grant-question";
import { OfficerCode } from "~/ui/department/officer-secrets";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { failureReply } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("officers.agreeTitle"));

/** The question before a colleague may come in. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "officer.manage");
  return orNotFound(await findOfficerGrant(args.params["grantId"] ?? ""));
}

/** Agrees; the answer shows the code, which nothing shows again. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "officer.manage");
  const grant = orNotFound(await findOfficerGrant(args.params["grantId"] ?? ""));
  const agreed = await agreeToOfficer(actor, grant.id);
  if (!agreed.ok) return data({ reply: failureReply(agreed), code: null }, { status: 409 });
  return data({ reply: undefined, code: agreed.value.code });
}

export default function OfficerAgreementPage() {
  const grant = useLoaderData<typeof loader>();
  const { code = null, reply } = useActionData<typeof action>() ?? {};
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.officers()} text={t("officers.title")} />
      {code === null ? (
        <GrantQuestion grant={grant} reply={reply} />
      ) : (
        <OfficerCode fullName={grant.fullName ?? ""} code={code} />
      )}
    </div>
  );
}
