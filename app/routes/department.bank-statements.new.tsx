import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { uploadStatement } from "~/domain/flows/upload-statement.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { UploadForm } from "~/ui/statements/upload-form";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { uploadedFile } from "~/web/uploaded-file";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("statements.newTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "bank_statement.import");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "bank_statement.import");
  const form = await readFormData(args.request);
  const file = form.get("file");
  const uploaded = await uploadStatement(actor, {
    userId: user.id,
    bytes: await uploadedFile(form, "file"),
    fileName: typeof file === "string" || file === null ? "" : file.name,
  });
  if (!uploaded.ok) return data<MutationReply>(failureReply(uploaded), { status: 400 });
  const { importId, isKnown } = uploaded.value;
  return redirect(paths.bankStatement(importId, { same: isKnown ? 1 : undefined }), 303);
}

export default function NewBankStatementPage() {
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.bankStatements()} text={t("statements.backToList")} />
      <h1 className="text-3xl">{t("statements.newTitle")}</h1>
      <UploadForm reply={reply} />
    </>
  );
}
