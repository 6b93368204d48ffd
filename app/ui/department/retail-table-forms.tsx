import { FileForm } from "~/ui/file-form";
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
  return (
    <section className="mt-6 border-t border-line pt-6">
      <h2 className="text-xl">{t("department.importUploadTitle")}</h2>
      <FileForm
        id="retail-table"
        action={paths.retailTable()}
        reply={reply}
        label={t("department.importFile")}
        hint={t("department.importFileHint")}
        accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        button={t("department.importTry")}
      />
    </section>
  );
}
