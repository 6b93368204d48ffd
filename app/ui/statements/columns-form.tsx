import { useForm } from "@conform-to/react";
import type { StatementField } from "~/domain/statements/statement-columns";
import type { StatementColumns } from "~/domain/statements/types";
import { FormErrors, SelectField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

const NEEDED: readonly StatementField[] = ["date", "content"];
const HINTED = ["date", "amount", "reference", "account"] as const;

/** Which column is what: as guessed, until a person says otherwise. */
export function ColumnsForm(props: { file: StatementColumns; reply: MutationReply | undefined }) {
  const t = useT();
  const { file, reply } = props;
  const guessed = Object.fromEntries(
    Object.entries(file.mapping).map(([field, column]) => [field, String(column)]),
  );
  const [form, fields] = useForm<Record<StatementField | "ownAccount", string>>({
    id: "columns",
    lastResult: reply?.submission ?? null,
    defaultValue: { ...guessed, ownAccount: file.accountNumber },
  });
  const options = file.headings.map((heading, column) => ({
    value: String(column),
    label: heading === "" ? String(column + 1) : `${column + 1}. ${heading}`,
  }));
  return (
    <form
      method="post"
      id={form.id}
      action={paths.bankStatementColumns(file.id)}
      className="max-w-4xl"
      noValidate
    >
      <FormErrors form={form} failure={reply?.failure} />
      <div className="grid gap-x-8 md:grid-cols-2">
        {file.fields.map((field) => {
          const hinted = HINTED.find((one) => one === field);
          return (
            <SelectField
              key={field}
              field={fields[field]}
              label={t(`statements.field_${field}`)}
              {...(hinted ? { hint: t(`statements.fieldHint_${hinted}`) } : {})}
              options={options}
              emptyLabel={t("statements.noColumn")}
              {...(NEEDED.includes(field) ? {} : { optional: true })}
            />
          );
        })}
        <SelectField
          field={fields.ownAccount}
          label={t("statements.ownAccount")}
          options={file.ownAccounts.map((account) => ({ value: account, label: account }))}
        />
      </div>
      <button className="button button-main">{t("statements.columnsSend")}</button>
    </form>
  );
}

/** The file's own first rows, to compare with. */
export function SampleRows({ file }: { file: StatementColumns }) {
  const t = useT();
  return (
    <section className="mt-10">
      <h2 className="text-xl">{t("statements.sampleTitle")}</h2>
      <ScrollRegion label={t("statements.sampleScroll")}>
        <table className="table text-sm">
          <thead>
            <tr>
              {file.headings.map((heading, column) => (
                <th key={column} scope="col" className="min-w-28">
                  {column + 1}. {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.sample.map((cells, row) => (
              <tr key={row}>
                {file.headings.map((_, column) => (
                  <td key={column}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
