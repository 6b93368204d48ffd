import { useForm } from "@conform-to/react";
import type { Match } from "~/domain/supply/types";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { BuyerName } from "./match-list";
import { useKilograms } from "./supply-words";

/** What came of a buyer who was sent to a household: who, how much, and the form that says it. */
export function MatchResult(props: {
  match: Match;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  const { match, reply } = props;
  const [form, fields] = useForm<Record<"soldKg" | "words", string>>({
    id: "result",
    lastResult: reply?.submission ?? null,
    defaultValue: { soldKg: match.soldKg?.toString() ?? "", words: match.resultWords },
  });
  return (
    <>
      <h1 className="text-3xl">{t("supply.resultTitle")}</h1>
      <p className="mt-3 text-lg font-semibold wrap-anywhere">
        {mark(match.household.name, "vi")} → <BuyerName name={match.buyer.name} />
      </p>
      <p className="wrap-anywhere">
        {mark(match.produceName, "vi")} · <span className="num">{kilograms(match.quantityKg)}</span>
      </p>
      <form method="post" action={props.action} id={form.id} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        <TextField
          field={fields.soldKg}
          label={t("supply.resultKg")}
          hint={t("supply.resultHint", { most: kilograms(match.quantityKg) })}
          inputMode="numeric"
        />
        <TextField field={fields.words} label={t("supply.resultWords")} language="vi" optional />
        <button className="button button-main">{t("supply.resultSave")}</button>
      </form>
    </>
  );
}
