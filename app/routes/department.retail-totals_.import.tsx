import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { uploadRetailTable } from "~/domain/flows/upload-retail-table.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { RetailTemplates, RetailUploadForm } from "~/ui/department/retail-table-forms";
import { allRetailWords } from "~/ui/department/retail-table-words";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { uploadedFile } from "~/web/uploaded-file";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.importTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "retail_total.enter");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "retail_total.enter");
  const form = await readFormData(args.request);
  const file = form.get("file");
  const uploaded = await uploadRetailTable(actor, {
    bytes: await uploadedFile(form, "file"),
    fileName: typeof file === "string" || file === null ? "" : file.name,
    languages: allRetailWords(),
  });
  if (!uploaded.ok) return data<MutationReply>(failureReply(uploaded), { status: 400 });
  return redirect(paths.retailImport(uploaded.value.importId), 303);
}

export default function RetailTablePage() {
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.retailTotals()} text={t("department.importBackToTotals")} />
      <h1 className="text-3xl">{t("department.importTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("department.importLead")}</p>
      <RetailTemplates />
      <RetailUploadForm reply={reply} />
    </>
  );
}
