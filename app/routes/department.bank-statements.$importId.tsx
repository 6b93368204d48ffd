import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { advanceFor } from "~/domain/flows/advance-statements.server";
import { noteStatementLook } from "~/domain/flows/note-statement-look.server";
import { confirmStatement, mustAnotherConfirm } from "~/domain/flows/confirm-statement.server";
import { confirmForm } from "~/domain/statements/forms";
import { listStatementRows } from "~/domain/statements/queries-rows.server";
import { findStatement, listChosenColumns } from "~/domain/statements/queries-statements.server";
import { readRowFilter } from "~/domain/statements/row-filter";
import { reader } from "~/platform/db.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { BackLink } from "~/ui/households/back-link";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { OutcomeTable } from "~/ui/statements/outcome-table";
import { StatementFacts } from "~/ui/statements/statement-facts";
import { StatementRows } from "~/ui/statements/statement-rows";
import { ConfirmForm, StatementState, StatementWarnings } from "~/ui/statements/statement-state";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

const WAIT_MS = 1_500;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("statements.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { user, actor } = await requirePermission(args, "bank_statement.import");
  const importId = args.params["importId"] ?? "";
  const query = new URL(args.request.url).searchParams;
  const statement = await findStatement(importId);
  if (!statement) throw notFound();
  if (statement.status === "uploaded") throw redirect(paths.bankStatementColumns(importId));
  const show = readRowFilter(query.get("show")) ?? (statement.errorCount > 0 ? "errors" : "all");
  const list = await listStatementRows({ importId, filter: show, page: readPage(query) });
  if (list.rows.some(({ rawText }) => rawText !== null)) {
    await noteStatementLook(actor, { importId, shown: "rows" });
  }
  return {
    statement,
    show,
    list,
    problem: query.get("problem"),
    mustBeAnother:
      statement.status === "checked" && (await mustAnotherConfirm(reader(), statement, user.id)),
    columns: statement.status === "checked" ? await listChosenColumns(importId) : [],
    isSame: query.get("same") === "1",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "bank_statement.import");
  const importId = args.params["importId"] ?? "";
  const read = await readForm(args.request, confirmForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { mappedAt, withoutErrors } = read.value;
  const confirmed = await confirmStatement(actor, {
    importId,
    userId: user.id,
    mappedAt,
    withoutErrors: withoutErrors === "on",
  });
  if (confirmed.ok) {
    await advanceFor(WAIT_MS);
    return redirect(paths.bankStatement(importId), 303);
  }
  if (confirmed.code === "statement_not_found") throw notFound();
  return data<MutationReply>(failureReply(confirmed, read.submission), { status: 409 });
}

export default function BankStatementPage() {
  const { statement, show, list, problem, mustBeAnother, columns, isSame } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.bankStatements()} text={t("statements.backToList")} />
      <h1 className="text-3xl">{t("statements.title")}</h1>
      {isSame ? (
        <Notice tone="attention" title={t("statements.same")}>
          <p>{t("statements.sameText")}</p>
        </Notice>
      ) : null}
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      {reply?.failure && statement.status !== "checked" ? (
        <Refusal title={errorText(t, reply.failure.code, reply.failure.detail)} />
      ) : null}
      <StatementState statement={statement} />
      <StatementWarnings statement={statement} />
      {statement.outcomes.length === 0 ? null : <OutcomeTable statement={statement} />}
      {statement.status === "checked" ? (
        <ConfirmForm
          statement={statement}
          columns={columns}
          mustBeAnother={mustBeAnother}
          reply={reply}
        />
      ) : null}
      <StatementFacts statement={statement} />
      <StatementRows statement={statement} show={show} list={list} />
    </>
  );
}
