import { useForm } from "@conform-to/react";
import type { Match } from "~/domain/supply/types";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { MatchHead } from "./match-head";
import { MatchOutcome } from "./match-list";
import { useKilograms } from "./supply-words";

/** What came of a buyer who was sent to a household: who, how much, and the form that says it. */
export function MatchResult(props: {
  match: Match;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
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
      <MatchHead match={match} />
      <MatchOutcome match={match} />
      <form method="post" action={props.action} id={form.id} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        {/* As it is now, not as it was sent: who reads that it has changed may send again. */}
        {match.resultAt === null ? null : (
          <input type="hidden" name="seenAt" value={match.resultAt} />
        )}
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
