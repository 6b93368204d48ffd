import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mapRetailTable } from "~/domain/flows/map-retail-table.server";
import { officeForm } from "~/domain/statistics/forms";
import { guessColumns } from "~/domain/statistics/office-table";
import { findOfficeTable } from "~/domain/statistics/queries-retail-imports.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OfficeColumnsForm, OfficeLines } from "~/ui/department/office-columns-form";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.officeTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "retail_total.enter");
  const importId = args.params["importId"] ?? "";
  const found = orNotFound(await findOfficeTable(importId));
  return { ...found, importId, guessed: guessColumns(found.office) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "retail_total.enter");
  const importId = args.params["importId"] ?? "";
  if (!(await findOfficeTable(importId))) throw notFound();
  const read = await readForm(args.request, officeForm(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { actual, estimate, goods, goodsServices, ...facts } = read.value;
  const columns = { actual, estimate, goods, goods_services: goodsServices };
  const mapped = await mapRetailTable(actor, { importId, columns, facts });
  if (mapped.ok) return redirect(paths.retailImport(importId), 303);
  if (mapped.code === "retail_import_not_found") throw notFound();
  return data<MutationReply>(failureReply(mapped, read.submission), { status: 409 });
}

export default function OfficeColumnsPage() {
  const { importId, fileName, office, guessed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <>
      <BackLink href={paths.retailTable()} text={t("department.importBack")} />
      <h1 className="text-3xl">{t("department.officeTitle")}</h1>
      <p className="mt-2 wrap-anywhere text-soft">{mark(fileName)}</p>
      <p className="mt-2 max-w-prose text-soft">{t("department.officeLead")}</p>
      <OfficeColumnsForm importId={importId} office={office} guessed={guessed} reply={reply} />
      <OfficeLines office={office} />
    </>
  );
}
