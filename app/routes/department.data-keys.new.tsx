import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { issueDataKey } from "~/domain/flows/issue-data-key.server";
import { newKeyForm } from "~/domain/opendata/forms";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { IssuedKey } from "~/ui/opendata/issued-key";
import { NewKeyForm } from "~/ui/opendata/new-key-form";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("opendata.keyNewTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "data_key.manage");
  return { keyId: newId("key") };
}

/** Makes a key; the answer shows it, and nothing shows it again. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "data_key.manage");
  const read = await readForm(args.request, newKeyForm);
  if (!read.ok) return data({ reply: read.reply, issued: null }, { status: 400 });
  const issued = await issueDataKey(actor, read.value);
  if (issued.ok) {
    const { consumer, expiresOn } = read.value;
    const { key } = issued.value;
    return data({ reply: undefined, issued: { key, consumer, expiresOn } });
  }
  const reply =
    issued.code === "data_key_issued_before"
      ? failureReply(issued, read.submission)
      : fieldErrorReply(read.submission, "expiresOn", issued.code);
  return data({ reply, issued: null }, { status: 409 });
}

export default function NewDataKeyPage() {
  const { keyId } = useLoaderData<typeof loader>();
  const { issued = null, reply } = useActionData<typeof action>() ?? {};
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.dataKeys()} text={t("opendata.keysTitle")} />
      {issued === null ? (
        <>
          <h1 className="text-3xl">{t("opendata.keyNewTitle")}</h1>
          <p className="mt-2 max-w-prose text-soft">{t("opendata.keyNewLead")}</p>
          <NewKeyForm keyId={keyId} reply={reply} />
        </>
      ) : (
        <IssuedKey issued={issued} />
      )}
    </div>
  );
}
