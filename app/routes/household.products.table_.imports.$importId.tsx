import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countToWrite } from "~/domain/exchange/count-kinds";
import { consentForm, type ConsentForm } from "~/domain/exchange/forms";
import {
  countDoubtfulRows,
  countTaken,
  findProductImport,
  listImportRows,
} from "~/domain/exchange/queries-imports.server";
import {
  countMadeProducts,
  listUntouchedProducts,
} from "~/domain/exchange/queries-untouched.server";
import { firstFilter, readFilter } from "~/domain/exchange/row-filter";
import { advanceTablesFor } from "~/domain/flows/advance-tables.server";
import { consentToTable } from "~/domain/flows/consent-to-table.server";
import { reader } from "~/platform/db.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ImportRows } from "~/ui/exchange/import-rows";
import { ConsentSection, ImportState } from "~/ui/exchange/import-state";
import { RemovalOffer } from "~/ui/exchange/import-removal";
import { tableWords } from "~/ui/exchange/table-words";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import { countIn, pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

/** A small table is written while its sender waits; a timer does the rest. */
const WAIT_MS = 1_500;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("exchange.importTitle_planned"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const found = await findProductImport(reader(), scope, args.params["importId"] ?? "");
  if (!found) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const { id, householdId, consentedBy: _who, ...kept } = found;
  const madeCount = await countMadeProducts(reader(), id);
  const table = { ...kept, id, madeCount, doubtfulCount: await countDoubtfulRows(id) };
  const show = readFilter(searchParams.get("show")) ?? firstFilter(table);
  const page = pageOf(searchParams.get("page"));
  return {
    deskHouseholdId: householdId,
    table: { ...table, toWrite: countToWrite(table), takenCount: await countTaken(id) },
    removedCount: countIn(searchParams.get("removed")),
    untouchedCount:
      table.status === "done" ? (await listUntouchedProducts(reader(), id)).length : 0,
    show,
    list: await listImportRows({ importId: id, filter: show, page }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const importId = args.params["importId"] ?? "";
  if (!(await findProductImport(reader(), scope, importId))) throw notFound();
  const read = await readForm(args.request, consentForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { planHash, pricesRight } = read.value;
  const arePricesRight = pricesRight === "on";
  const said = await consentToTable(actor, scope, { importId, planHash, arePricesRight });
  if (said.ok) {
    await advanceTablesFor(WAIT_MS);
    return redirect(paths.productImport(importId), 303);
  }
  if (said.code === "table_import_not_found") throw notFound();
  if (said.code === "table_prices_doubtful") {
    const reply = fieldFailureReply(said, "pricesRight", read.submission);
    return data<MutationReply>(reply, { status: 409 });
  }
  return data<MutationReply>(failureReply(said), { status: 409 });
}

export default function ProductImportPage() {
  const { table, show, list, removedCount, untouchedCount } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form, fields] = useForm<ConsentForm>({ id: "consent", lastResult: reply?.submission });
  const { query } = useDesk();
  const mark = useMark();
  return (
    <>
      <BackLink href={paths.productTable(query)} text={t("exchange.backToTable")} />
      <h1 className="text-3xl">{t(`exchange.importTitle_${table.status}`)}</h1>
      <p className="mt-2 wrap-anywhere text-soft">{mark(table.fileName)}</p>
      <FormErrors form={form} failure={reply?.failure} />
      <ImportState table={table} isRefused={fields.pricesRight.errors !== undefined} />
      <RemovalOffer importId={table.id} {...{ untouchedCount, removedCount }} />
      <ImportRows table={table} show={show} list={list} words={tableWords(t)} />
      {table.status === "planned" ? (
        <ConsentSection table={table} pricesRight={fields.pricesRight} />
      ) : null}
    </>
  );
}
