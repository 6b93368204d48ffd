import { useForm } from "@conform-to/react";
import type { ChosenColumn, StatementView } from "~/domain/statements/types";
import { TWO_PERSON_FROM_VND } from "~/domain/settlement/allocation-purposes";
import { formatVnd } from "~/platform/money";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { FormErrors } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { TickField } from "~/ui/primitives/tick-field";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Where a file stands, on top of its page, with what can be done next. */
export function StatementState({ statement }: { statement: StatementView }) {
  const t = useT();
  const { id, status, doneCount, lineCount, differentCount, withoutErrors } = statement;
  switch (status) {
    case "uploaded":
    case "checking":
    case "importing": {
      const working = status === "importing" ? "importing" : "checking";
      return (
        <Notice
          tone="plain"
          title={t(`statements.working_${working}`, { done: doneCount, count: lineCount })}
        >
          <p>{t("statements.workingText")}</p>
          <p className="mt-2">
            <a className="button button-quiet" href={paths.bankStatement(id)}>
              {t("statements.reload")}
            </a>
          </p>
        </Notice>
      );
    }
    case "checked":
      return (
        <Notice tone="plain" title={t("statements.readyTitle")}>
          <p className="max-w-prose">{t("statements.readyText")}</p>
        </Notice>
      );
    case "imported":
      return (
        <Notice tone="good" title={t("statements.doneTitle")}>
          {differentCount === 0 ? <p>{t("statements.doneSame")}</p> : null}
          {differentCount > 0 ? (
            <p>
              {t("statements.doneDifferent", { count: differentCount })}{" "}
              <a
                className="underline"
                href={`${paths.bankStatement(id, { show: "different" })}#rows`}
              >
                {t("statements.doneDifferentSee")}
              </a>
            </p>
          ) : null}
          {withoutErrors ? <p>{t("statements.doneWithout")}</p> : null}
        </Notice>
      );
  }
}

/** What a person should look at before saying yes. */
export function StatementWarnings({ statement }: { statement: StatementView }) {
  const t = useT();
  const { id, errorCount, gapCount } = statement;
  return (
    <>
      {errorCount === 0 ? null : (
        <Notice tone="attention" title={t("statements.errorsTitle", { count: errorCount })}>
          {statement.confirmedAt === null ? <p>{t("statements.errorsText")}</p> : null}
          <a className="underline" href={`${paths.bankStatement(id, { show: "errors" })}#rows`}>
            {t("statements.errorsSee")}
          </a>
        </Notice>
      )}
      {gapCount === 0 ? null : (
        <Notice tone="attention" title={t("statements.gapsTitle", { count: gapCount })}>
          <p>{t("statements.gapsText")}</p>
          <a className="underline" href={`${paths.bankStatement(id, { show: "gaps" })}#rows`}>
            {t("statements.gapsSee")}
          </a>
        </Notice>
      )}
    </>
  );
}

/** Somebody's yes to what the check showed. */
export function ConfirmForm(props: {
  statement: StatementView;
  columns: readonly ChosenColumn[];
  mustBeAnother: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { statement, columns, mustBeAnother, reply } = props;
  const [form, fields] = useForm<Record<"withoutErrors", string>>({
    id: "confirm",
    lastResult: reply?.submission ?? null,
  });
  const { id, errorCount, lineCount } = statement;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{t("statements.confirmTitle")}</h2>
      {lineCount === 0 ? <p className="my-4">{t("statements.noLines")}</p> : null}
      {columns.length === 0 ? null : (
        <>
          <h3 className="mt-4 text-lg">{t("statements.columnsChosen")}</h3>
          <FactList>
            {columns.map(({ field, place, heading }) => (
              <FactRow key={field} term={t(`statements.field_${field}`)}>
                {t("statements.columnPlace", { place, heading })}
              </FactRow>
            ))}
          </FactList>
        </>
      )}
      {mustBeAnother ? (
        <Notice tone="attention" title={t("statements.secondTitle")}>
          <p className="max-w-prose">
            {t("statements.secondText", {
              total: formatVnd(statement.matchedVnd, language),
              limit: formatVnd(TWO_PERSON_FROM_VND, language),
            })}
          </p>
        </Notice>
      ) : null}
      {lineCount === 0 || mustBeAnother ? null : (
        <form method="post" id={form.id} action={paths.bankStatement(id)} className="max-w-prose">
          <FormErrors form={form} failure={reply?.failure} />
          <input type="hidden" name="mappedAt" value={statement.mappedAt ?? 0} />
          {errorCount === 0 ? null : (
            <TickField
              field={fields.withoutErrors}
              text={t("statements.confirmWithout", { count: errorCount })}
            />
          )}
          <button className="button button-main">
            {t("statements.confirmSend", { count: lineCount })}
          </button>
        </form>
      )}
      <p className="mt-4">
        <a className="button button-quiet" href={paths.bankStatementColumns(id)}>
          {t("statements.columnsChange")}
        </a>
      </p>
    </section>
  );
}
