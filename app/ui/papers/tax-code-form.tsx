import { useForm } from "@conform-to/react";
import type { HouseholdPapers } from "~/domain/catalog/types-lot";
import { formatTaxCode } from "~/domain/households/tax-code";
import { useDesk } from "~/ui/households/use-desk";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** The household's tax code; a primary producer may leave it empty. */
export function TaxCodeForm(props: {
  papers: Pick<HouseholdPapers, "kind" | "taxCode">;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { query } = useDesk();
  const { kind, taxCode } = props.papers;
  const mayBeEmpty = kind === "household";
  const [form, fields] = useForm<{ taxCode: string }>({
    id: "tax-code",
    lastResult: props.reply?.submission,
    defaultValue: { taxCode: taxCode === null ? "" : formatTaxCode(taxCode) },
  });
  const hint = mayBeEmpty
    ? `${t("papers.taxCodeHint")} ${t("papers.taxCodeOptional")}`
    : t("papers.taxCodeHint");
  return (
    <form method="post" action={paths.householdPapers(query)} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <TextField
        field={fields.taxCode}
        label={t("papers.taxCode")}
        hint={hint}
        inputMode="numeric"
        autoComplete="off"
        {...(mayBeEmpty ? { optional: true } : {})}
      />
      <button className="button button-main w-full">{t("papers.saveTaxCode")}</button>
    </form>
  );
}
