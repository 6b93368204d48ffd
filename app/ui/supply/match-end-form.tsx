import { useForm } from "@conform-to/react";
import type { Match } from "~/domain/supply/types";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { MatchHead } from "./match-head";
import { MatchOutcome } from "./match-list";

/** Why a buyer is sent to a household no more; of a match that is not open any more, how it came out. */
export function MatchEndForm({ match, reply }: { match: Match; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"reason", string>>({
    id: "match-end",
    lastResult: reply?.submission ?? null,
  });
  return (
    <>
      <h1 className="text-3xl">{t("supply.matchEnd")}</h1>
      <MatchHead match={match} />
      {match.status === "open" ? (
        <>
          <p className="mt-3 max-w-prose text-soft">{t("supply.matchEndLead")}</p>
          <form method="post" action={paths.supplyMatchEnding(match.id)} id={form.id} noValidate>
            <FormErrors form={form} failure={reply?.failure} />
            <TextField
              field={fields.reason}
              label={t("supply.matchEndReason")}
              hint={t("supply.matchEndHint")}
              language="vi"
            />
            <button className="button button-danger w-full sm:w-auto">
              {t("supply.matchEnd")}
            </button>
          </form>
        </>
      ) : (
        <>
          {reply?.failure ? <Refusal title={errorText(t, reply.failure.code)} /> : null}
          <MatchOutcome match={match} />
        </>
      )}
    </>
  );
}
