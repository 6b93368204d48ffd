import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { consentToRetailTable } from "~/domain/flows/consent-to-retail-table.server";
import { retailImportForm } from "~/domain/statistics/forms";
import { findRetailImport } from "~/domain/statistics/queries-retail-imports.server";
import { countOutcomes } from "~/domain/statistics/retail-table";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { RetailImportRows } from "~/ui/department/retail-import-rows";
import {
  RetailConsent,
  RetailImportOutcome,
  RetailImportState,
} from "~/ui/department/retail-import-state";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.importPreviewTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "retail_total.enter");
  const found = orNotFound(await findRetailImport(args.params["importId"] ?? ""));
  if (!found.table.isMapped) throw redirect(paths.retailColumns(found.table.id));
  return { ...found, counts: countOutcomes(found.plans) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "retail_total.enter");
  const importId = args.params["importId"] ?? "";
  if (!(await findRetailImport(importId))) throw notFound();
  const read = await readForm(args.request, retailImportForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { planHash, figuresRight } = read.value;
  const areFiguresRight = figuresRight === "on";
  const said = await consentToRetailTable(actor, { importId, planHash, areFiguresRight });
  if (said.ok) return redirect(paths.retailImport(importId), 303);
  if (said.code === "retail_import_not_found") throw notFound();
  if (said.code === "retail_import_doubtful") {
    const reply = fieldFailureReply(said, "figuresRight", read.submission);
    return data<MutationReply>(reply, { status: 409 });
  }
  return data<MutationReply>(failureReply(said), { status: 409 });
}

export default function RetailImportPage() {
  const { table, plans, planHash, counts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const [form, fields] = useForm<Record<"planHash" | "figuresRight", string>>({
    id: "consent",
    lastResult: reply?.submission ?? null,
  });
  const isWritten = table.writtenAt !== null;
  return (
    <>
      <BackLink href={paths.retailTotals()} text={t("department.importBackToTotals")} />
      <h1 className="text-3xl">
        {t(isWritten ? "department.importWrittenTitle" : "department.importPreviewTitle")}
      </h1>
      <p className="mt-2 wrap-anywhere text-soft">{mark(table.file.fileName)}</p>
      <FormErrors form={form} failure={reply?.failure} />
      {isWritten ? (
        <RetailImportOutcome table={table} />
      ) : (
        <>
          {table.isOffice ? (
            <p className="mt-4">
              <a className="underline" href={paths.retailColumns(table.id)}>
                {t("department.officeAgain")}
              </a>
            </p>
          ) : null}
          <RetailImportState counts={counts} isRefused={reply !== undefined} />
          <section className="mt-6">
            <h2 className="text-xl">{t("department.importRows")}</h2>
            <RetailImportRows plans={plans} />
          </section>
          <RetailConsent
            importId={table.id}
            planHash={planHash}
            counts={counts}
            figuresRight={fields.figuresRight}
          />
        </>
      )}
    </>
  );
}
