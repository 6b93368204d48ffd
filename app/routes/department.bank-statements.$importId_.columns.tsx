import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { advanceFor } from "~/domain/flows/advance-statements.server";
import { mapStatement } from "~/domain/flows/map-statement.server";
import { columnsForm } from "~/domain/statements/forms";
import { findStatementColumns } from "~/domain/statements/queries-statements.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { ColumnsForm, SampleRows } from "~/ui/statements/columns-form";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** A small file is tried out while its bringer waits; a timer does the rest. */
const WAIT_MS = 1_500;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("statements.columnsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "bank_statement.import");
  const file = await findStatementColumns(args.params["importId"] ?? "");
  if (!file) throw notFound();
  return file;
}

export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "bank_statement.import");
  const importId = args.params["importId"] ?? "";
  const read = await readForm(args.request, columnsForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { mapping, ownAccount: accountNumber } = read.value;
  const mapped = await mapStatement(actor, { importId, userId: user.id, mapping, accountNumber });
  if (mapped.ok) {
    await advanceFor(WAIT_MS);
    return redirect(paths.bankStatement(importId), 303);
  }
  if (mapped.code === "statement_not_found") throw notFound();
  if (mapped.code === "statement_confirmed") return redirect(paths.bankStatement(importId), 303);
  return data<MutationReply>(failureReply(mapped, read.submission), { status: 409 });
}

export default function StatementColumnsPage() {
  const file = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.bankStatements()} text={t("statements.backToList")} />
      <h1 className="text-3xl">{t("statements.columnsTitle")}</h1>
      <p className="mt-2 wrap-anywhere text-soft">{file.fileName}</p>
      <p className="mt-2 max-w-prose text-soft">{t("statements.columnsLead")}</p>
      <ColumnsForm file={file} reply={reply} />
      <SampleRows file={file} />
    </>
  );
}
