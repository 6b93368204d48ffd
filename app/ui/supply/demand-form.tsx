import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { SupplyFieldset } from "./supply-fields";

/** The department notes what a buyer would take. */
export function DemandForm(props: {
  demandId: string;
  names: readonly string[];
  /** What it begins with, from the page of that kind. */
  produceName: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { demandId, names, produceName, reply } = props;
  const [form, fields] = useForm<
    Record<
      | "demandId"
      | "buyerName"
      | "contact"
      | "produceName"
      | "quantityKg"
      | "fromOn"
      | "toOn"
      | "note",
      string
    >
  >({
    id: "demand",
    lastResult: reply?.submission ?? null,
    defaultValue: { demandId, produceName },
  });
  return (
    <section className="mt-8 max-w-2xl border-t border-line pt-6" aria-labelledby="demand-title">
      <h2 id="demand-title" className="text-xl">
        {t("supply.demandTitle")}
      </h2>
      <form method="post" action={paths.demands()} id={form.id} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        <input type="hidden" name={fields.demandId.name} value={fields.demandId.initialValue} />
        <TextField field={fields.buyerName} label={t("supply.buyer")} language="vi" />
        <TextField
          field={fields.contact}
          label={t("supply.contact")}
          hint={t("supply.contactHint")}
          language="vi"
          optional
        />
        <SupplyFieldset fields={fields} names={names} quantityLabel={t("supply.wanted")} />
        <button className="button button-main">{t("supply.demandSave")}</button>
      </form>
    </section>
  );
}
