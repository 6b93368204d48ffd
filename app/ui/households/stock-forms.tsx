import { useForm } from "@conform-to/react";
import type { OwnLot } from "~/domain/catalog/types-household";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { LocalDay } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { LotFields } from "./product-fields";

type FormProps = { slug: string; reply: MutationReply | undefined };

/** One lot and the question how much of it is left. */
export function LotCountForm({ lot, ...props }: FormProps & { lot: OwnLot }) {
  const t = useT();
  const [form, fields] = useForm<{ onHandCount: string }>({
    id: `count-${lot.code}`,
    lastResult: props.reply?.submission,
    defaultValue: { onHandCount: String(lot.onHandCount) },
  });
  return (
    <li className="border-t border-line py-4">
      <h3 className="text-lg">
        {t("households.lotMade")} <LocalDay date={lot.madeOn} />
      </h3>
      <p className="num text-soft">
        {t("households.lotCode", { code: lot.code })}
        {lot.expiresOn ? (
          <>
            {" · "}
            {t("households.lotExpires")} <LocalDay date={lot.expiresOn} />
          </>
        ) : null}
      </p>
      {lot.isRecalled ? (
        <p className="font-semibold text-persimmon">{t("lots.mark_recalled")}</p>
      ) : null}
      {lot.isExpired ? (
        <p className="font-semibold text-persimmon">{t("households.lotExpired")}</p>
      ) : null}
      <form
        method="post"
        action={paths.productStock(props.slug, { lot: lot.code })}
        id={form.id}
        noValidate
      >
        <FormErrors form={form} failure={props.reply?.failure} />
        {/* Of this page and not of the one that was sent: whoever sends it again has seen the new count. */}
        <input type="hidden" name="shownCount" value={lot.onHandCount} />
        <TextField
          field={fields.onHandCount}
          label={t("households.lotQuestion")}
          inputMode="numeric"
          {...(lot.reservedCount > 0
            ? { hint: t("households.lotReserved", { count: lot.reservedCount }) }
            : {})}
        />
        <button className="button button-quiet w-full">
          {t("common.save")}
          <span className="sr-only"> {lot.code}</span>
        </button>
      </form>
      <p>
        <a className="inline-flex min-h-12 items-center" href={paths.householdLot(lot.code)}>
          {t("lots.openLot")}
          <span className="sr-only"> {lot.code}</span>
        </a>
      </p>
    </li>
  );
}

export function NewLotForm(props: FormProps & { start: { lotId: string; madeOn: string } }) {
  const t = useT();
  const [form, fields] = useForm<{
    lotId: string;
    stockCount: string;
    madeOn: string;
    expiresOn: string;
  }>({ id: "new-lot", lastResult: props.reply?.submission, defaultValue: props.start });
  return (
    <form method="post" action={paths.productStock(props.slug)} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.lotId.name} value={fields.lotId.initialValue} />
      <LotFields fields={fields} />
      <button className="button button-main w-full">{t("households.addLot")}</button>
    </form>
  );
}
