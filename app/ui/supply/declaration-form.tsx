import { useForm } from "@conform-to/react";
import { parseTypedKilograms } from "~/domain/supply/typed-kilograms";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { FormErrors, textOf } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { SupplyFieldset } from "./supply-fields";

/** A household tells what it will harvest. */
export function DeclarationForm(props: {
  declarationId: string;
  names: readonly string[];
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { query } = useDesk();
  const { declarationId, names, reply } = props;
  const [form, fields] = useForm<
    Record<
      "declarationId" | "produceName" | "quantityKg" | "confirmedKg" | "fromOn" | "toOn" | "note",
      string
    >
  >({ id: "declare", lastResult: reply?.submission ?? null, defaultValue: { declarationId } });
  const isAskedAgain = fields.quantityKg.errors?.some((code) => code.startsWith("supply_much"));
  return (
    <section className="mt-8 border-t border-line pt-6" aria-labelledby="declare-title">
      <h2 id="declare-title" className="flex items-center gap-3 text-xl">
        <Icon name="plus" />
        {t("supply.declareTitle")}
      </h2>
      <form method="post" action={paths.householdSupply(query)} id={form.id} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        <input
          type="hidden"
          name={fields.declarationId.name}
          value={fields.declarationId.initialValue}
        />
        <SupplyFieldset fields={fields} names={names} quantityLabel={t("supply.quantity")} />
        <button className="button button-main w-full">{t("supply.declare")}</button>
        {isAskedAgain ? (
          <button
            className="button button-quiet mt-3 w-full"
            name={fields.confirmedKg.name}
            value={textOf(fields.quantityKg)}
          >
            {t("supply.declareMuch", { kg: parseTypedKilograms(textOf(fields.quantityKg)) ?? 0 })}
          </button>
        ) : null}
      </form>
    </section>
  );
}
