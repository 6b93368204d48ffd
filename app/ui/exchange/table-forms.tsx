import { useForm } from "@conform-to/react";
import { useDesk } from "~/ui/households/use-desk";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors } from "~/ui/primitives/form";
import { TickField } from "~/ui/primitives/tick-field";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** The household's products as a file, and an empty one with explanations. */
export function TableDownloads() {
  const t = useT();
  const { query } = useDesk();
  const file = (name: string) => paths.productTableFile(name, query);
  return (
    <section className="mt-6 border-t border-line pt-6">
      <h2 className="text-xl">{t("exchange.downloadTitle")}</h2>
      <p className="mt-1 max-w-prose text-soft">{t("exchange.downloadText")}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        <a className="button button-main" href={file("products.xlsx")} download>
          {t("exchange.downloadXlsx")}
        </a>
        <a className="button button-quiet" href={file("products.csv")} download>
          {t("exchange.downloadCsv")}
        </a>
      </p>
      <p className="mt-4 max-w-prose">{t("exchange.templateText")}</p>
      <p className="flex flex-wrap gap-x-6">
        <a className="inline-flex min-h-12 items-center" href={file("template.xlsx")} download>
          {t("exchange.templateXlsx")}
        </a>
        <a className="inline-flex min-h-12 items-center" href={file("template.csv")} download>
          {t("exchange.templateCsv")}
        </a>
      </p>
    </section>
  );
}

/** Chooses the changed table; what it would do is shown before anything of it is written. */
export function TableUploadForm({ reply }: { reply: MutationReply | undefined }) {
  const t = useT();
  const { query } = useDesk();
  const [form, fields] = useForm<Record<"file" | "zeroesAbsent", string>>({
    id: "table",
    lastResult: reply?.submission ?? null,
  });
  return (
    <section className="mt-6 border-t border-line pt-6">
      <h2 className="text-xl">{t("exchange.uploadTitle")}</h2>
      <form
        method="post"
        id={form.id}
        action={paths.productTable(query)}
        encType="multipart/form-data"
        className="max-w-prose"
        noValidate
      >
        <FormErrors form={form} failure={reply?.failure} />
        <FileField
          field={fields.file}
          label={t("exchange.file")}
          hint={t("exchange.fileHint")}
          accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <TickField field={fields.zeroesAbsent} text={t("exchange.zeroesAbsent")} optional />
        <button className="button button-main w-full sm:w-auto">{t("exchange.try")}</button>
      </form>
    </section>
  );
}
