import { useForm } from "@conform-to/react";
import type { OpeningView } from "~/domain/settlement/types-reconciliation";
import { formatInteger, formatVnd } from "~/platform/money";
import { FormErrors, TextAreaField, TextField } from "~/ui/primitives/form";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Opening = OpeningView["openings"][number];

/** Says what was there at first; as the bank told it to begin with. */
export function OpeningForm(props: { view: OpeningView; reply: MutationReply | undefined }) {
  const t = useT();
  const language = useLanguage();
  const { toldVnd } = props.view;
  const [form, fields] = useForm<Record<"amountVnd" | "note", string>>({
    id: "opening",
    lastResult: props.reply?.submission ?? null,
    defaultValue: { amountVnd: toldVnd === null ? "" : formatInteger(toldVnd, language) },
  });
  return (
    <form method="post" id={form.id} action={paths.bankOpening()} className="max-w-prose">
      <FormErrors form={form} failure={props.reply?.failure} />
      <p className="mt-4 text-soft">{t("reconciliation.openingByTwo")}</p>
      <TextField
        field={fields.amountVnd}
        label={t("reconciliation.openingAmount")}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextAreaField
        field={fields.note}
        label={t("reconciliation.openingNote")}
        hint={t("reconciliation.openingNoteHint")}
        rows={2}
      />
      <button className="button button-main">{t("reconciliation.openingSend")}</button>
    </form>
  );
}

/** What one person proposed and a second has to agree to; the first may take it back. */
export function OpeningAnswer(props: { opening: Opening; isOwn: boolean; isImporter: boolean }) {
  const { opening, isOwn, isImporter } = props;
  const t = useT();
  const language = useLanguage();
  return (
    <section className="card my-6 max-w-prose px-5 py-4" aria-labelledby="waits">
      <h2 id="waits" className="text-xl">
        {t("reconciliation.openingWaits")}
      </h2>
      <p className="num text-2xl font-semibold">{formatVnd(opening.amountVnd, language)}</p>
      <p className="wrap-anywhere">
        {opening.proposedByName} · <LocalTime instant={opening.proposedAt} />: {opening.note}
      </p>
      {isOwn ? <Notice tone="plain" title={t("reconciliation.openingOwn")} /> : null}
      {isImporter && !isOwn ? (
        <Notice tone="plain" title={t("reconciliation.openingImporterOwn")} />
      ) : null}
      <form method="post" action={paths.bankOpening()} className="mt-3 flex flex-wrap gap-3">
        <input type="hidden" name="openingId" value={opening.id} />
        {isOwn || isImporter ? null : (
          <button name="to" value="agree" className="button button-main">
            {t("reconciliation.openingAgree")}
          </button>
        )}
        <button name="to" value="refuse" className="button button-quiet">
          {isOwn ? t("reconciliation.openingTakeBack") : t("reconciliation.openingRefuse")}
        </button>
      </form>
    </section>
  );
}

/** All that was said before. */
export function OpeningHistory({ openings }: { openings: readonly Opening[] }) {
  const t = useT();
  const language = useLanguage();
  const ended = openings.filter(({ status }) => status !== "proposed");
  if (ended.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="history">
      <h2 id="history" className="text-xl">
        {t("reconciliation.openingHistory")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {ended.map((opening) => (
          <li key={opening.id} className="border-b border-line py-2">
            <p className="flex flex-wrap justify-between gap-x-6">
              <strong className="num">{formatVnd(opening.amountVnd, language)}</strong>
              <span>{t(`reconciliation.openingStatus_${opening.status}_text`)}</span>
            </p>
            <p className="text-sm text-soft wrap-anywhere">
              {opening.proposedByName}
              {opening.decidedByName === null || opening.decidedByName === opening.proposedByName
                ? null
                : `, ${opening.decidedByName}`}{" "}
              · <LocalTime instant={opening.decidedAt ?? opening.proposedAt} />: {opening.note}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
