import { useForm } from "@conform-to/react";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** An empty table with an example in it. */
export function RetailTemplates() {
  const t = useT();
  return (
    <section className="mt-6 border-t border-line pt-6">
      <h2 className="text-xl">{t("department.importTemplateTitle")}</h2>
      <p className="mt-1 max-w-prose text-soft">{t("department.importTemplateText")}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.retailTemplate("xlsx")} download>
          {t("department.importTemplateXlsx")}
        </a>
        <a className="button button-quiet" href={paths.retailTemplate("csv")} download>
          {t("department.importTemplateCsv")}
        </a>
      </p>
    </section>
  );
}

/** Chooses the table; what it would do is shown before anything of it is written. */
export function RetailUploadForm({ reply }: { reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"file", string>>({
    id: "retail-table",
    lastResult: reply?.submission ?? null,
  });
  return (
    <section className="mt-6 border-t border-line pt-6">
      <h2 className="text-xl">{t("department.importUploadTitle")}</h2>
      <form
        method="post"
        id={form.id}
        action={paths.retailTable()}
        encType="multipart/form-data"
        className="max-w-prose"
        noValidate
      >
        <FormErrors form={form} failure={reply?.failure} />
        <FileField
          field={fields.file}
          label={t("department.importFile")}
          hint={t("department.importFileHint")}
          accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <button className="button button-main">{t("department.importTry")}</button>
      </form>
    </section>
  );
}
