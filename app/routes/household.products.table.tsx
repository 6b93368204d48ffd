import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listProductImports } from "~/domain/exchange/queries-imports.server";
import { uploadTable } from "~/domain/flows/upload-table.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { RecentTables } from "~/ui/exchange/recent-tables";
import { TableDownloads, TableUploadForm } from "~/ui/exchange/table-forms";
import { allTableWords } from "~/ui/exchange/table-words";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readFormData } from "~/web/mutation.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";
import { uploadedFile } from "~/web/uploaded-file";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("exchange.title"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const imports = await listProductImports(household.id);
  return {
    deskHouseholdId: household.id,
    imports: imports.map(({ id, fileName, uploadedAt, status }) => ({
      id,
      fileName,
      uploadedAt,
      status,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const form = await readFormData(args.request);
  const file = form.get("file");
  const uploaded = await uploadTable(entry.actor, entry.scope, {
    householdId: household.id,
    userId: entry.user.id,
    bytes: await uploadedFile(form, "file"),
    fileName: typeof file === "string" || file === null ? "" : file.name,
    zeroesAbsent: form.get("zeroesAbsent") === "on",
    languages: allTableWords(),
  });
  if (!uploaded.ok) return data<MutationReply>(failureReply(uploaded), { status: 400 });
  return redirect(paths.productImport(uploaded.value.importId), 303);
}

export default function ProductTablePage() {
  const { imports } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdProducts(query)} text={t("households.backToProducts")} />
      <h1 className="text-3xl">{t("exchange.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("exchange.lead")}</p>
      <TableDownloads />
      <TableUploadForm reply={reply} />
      <RecentTables imports={imports} />
    </>
  );
}
