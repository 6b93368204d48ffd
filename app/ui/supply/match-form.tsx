import { useForm } from "@conform-to/react";
import type { FreeDemand, Harvest } from "~/domain/supply/types";
import { FormErrors, SelectField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { useKilograms, useSupplyDays } from "./supply-words";

/** Sends a buyer to a household for so much of its harvest. */
export function MatchForm(props: {
  matchId: string;
  action: string;
  harvests: readonly Harvest[];
  demands: readonly FreeDemand[];
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const kilograms = useKilograms();
  const daysOf = useSupplyDays();
  const { harvests, demands, reply } = props;
  const [form, fields] = useForm<Record<"declarationId" | "demandId" | "quantityKg", string>>({
    id: "match",
    lastResult: reply?.submission ?? null,
  });
  const wordsOf = (who: string, one: Harvest | FreeDemand) =>
    `${who} · ${daysOf(one)} · ${kilograms(one.freeKg)}`;
  return (
    <section className="mt-6 border-t border-line pt-6" aria-labelledby="match-title">
      <h2 id="match-title" className="text-xl">
        {t("supply.matchTitle")}
      </h2>
      <p className="text-soft">{t("supply.matchLead")}</p>
      <form method="post" action={props.action} id={form.id} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        <input type="hidden" name="intent" value="match" />
        <input type="hidden" name="matchId" value={props.matchId} />
        <SelectField
          field={fields.declarationId}
          label={t("supply.matchHarvest")}
          emptyLabel={t("supply.choose")}
          options={harvests
            .filter(({ freeKg, household }) => freeKg > 0 && household.closure === null)
            .map((one) => ({
              value: one.id,
              language: "vi",
              label: wordsOf(`${one.household.name}, ${one.household.commune}`, one),
            }))}
        />
        <SelectField
          field={fields.demandId}
          label={t("supply.matchDemand")}
          emptyLabel={t("supply.choose")}
          options={demands
            .filter(({ freeKg }) => freeKg > 0)
            .map((one) => ({ value: one.id, label: wordsOf(one.buyerName, one), language: "vi" }))}
        />
        <TextField field={fields.quantityKg} label={t("supply.matchKg")} inputMode="numeric" />
        <button className="button button-main">{t("supply.matchSave")}</button>
      </form>
    </section>
  );
}
