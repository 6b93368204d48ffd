import { useForm } from "@conform-to/react";
import type { ReturnableView } from "~/domain/returns/types";
import { formatVnd } from "~/platform/money";
import { useBilingual } from "~/ui/in-language";
import { FormErrors, RadioField, TextAreaField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** What is wrong, with which packs, in the buyer's words. */
export function NewReturnForm(props: {
  link: { code: string; key: string };
  returnable: ReturnableView;
  reply: MutationReply | undefined;
  /** What was typed as packs, by place. */
  typed: readonly string[];
}) {
  const t = useT();
  const language = useLanguage();
  const { link, returnable, reply } = props;
  const [only] = returnable.reasons;
  const isMissing = returnable.reasons.length === 1 && only === "not_received";
  const [form, fields] = useForm<Record<"reason" | "note", string>>({
    id: "return",
    lastResult: reply?.submission ?? null,
    defaultValue: isMissing ? { reason: only } : {},
  });
  const target = { ...link, order: returnable.orderCode };
  return (
    <form method="post" id={form.id} action={paths.newReturn(language, target)}>
      <FormErrors form={form} failure={reply?.failure} />
      {isMissing ? (
        <input type="hidden" name={fields.reason.name} value="not_received" />
      ) : (
        <>
          <RadioField
            field={fields.reason}
            label={t("returns.reason")}
            options={returnable.reasons.map((reason) => ({
              value: reason,
              label: t(`returns.reason_${reason}`),
              ...(reason === "changed_mind" ? { hint: t("returns.changedMindHint") } : {}),
            }))}
          />
          <PackFields returnable={returnable} typed={props.typed} />
        </>
      )}
      <TextAreaField
        field={fields.note}
        label={t("returns.note")}
        hint={t("returns.noteHint")}
        rows={4}
      />
      <div className="mt-5 flex flex-wrap gap-3">
        <button className="button button-main">{t("returns.send")}</button>
        <a className="button button-quiet" href={paths.order(language, link.code, link.key)}>
          {t("returns.back")}
        </a>
      </div>
    </form>
  );
}

function PackFields(props: { returnable: ReturnableView; typed: readonly string[] }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  const { lines } = props.returnable;
  return (
    <fieldset className="my-4">
      <legend className="font-semibold">{t("returns.packs")}</legend>
      <p className="text-sm text-soft">{t("returns.packsHint")}</p>
      {lines.map((line, i) => (
        <div key={line.lineItemId} className="mt-2 flex items-center justify-between gap-4">
          <label htmlFor={`packs${i}`} className="grow">
            {bilingual(line.productName, line.productNameEn)}
            <span className="block text-sm text-soft">
              {bilingual(line.packLabel, line.packLabelEn)} ·{" "}
              {formatVnd(line.unitPriceVnd, language)} ·{" "}
              {t("returns.packsLeft", { count: line.leftCount })}
            </span>
          </label>
          <input
            id={`packs${i}`}
            name={`packs${i}`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            className="num w-20 shrink-0"
            defaultValue={
              props.typed[i] ?? (lines.length === 1 && line.leftCount === 1 ? "1" : "0")
            }
          />
        </div>
      ))}
    </fieldset>
  );
}
