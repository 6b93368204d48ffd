import { useForm } from "@conform-to/react";
import { STALL_WAYS } from "~/domain/stalls/stall-ways";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { FormErrors, RadioField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Writes down one sale, or the till of a whole morning. */
export function TakingForm(props: {
  start: { takingId: string; takenOn: string };
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { query } = useDesk();
  const [form, fields] = useForm<
    Record<"takingId" | "amountVnd" | "way" | "takenOn" | "note", string>
  >({
    id: "taking",
    lastResult: props.reply?.submission ?? null,
    defaultValue: { ...props.start, way: "cash" },
  });
  const options = STALL_WAYS.map((value) => ({
    value,
    label: t(`stalls.way_${value}`),
    mark: <Icon name={value === "cash" ? "money" : "qr"} />,
  }));
  return (
    <section className="mt-8 border-t border-line pt-6" aria-labelledby="note-taking">
      <h2 id="note-taking" className="flex items-center gap-3 text-xl">
        <Icon name="pencil" />
        {t("stalls.noteTitle")}
      </h2>
      <form method="post" action={paths.stall(query)} id={form.id} noValidate>
        <FormErrors form={form} failure={props.reply?.failure} />
        {/* Of this page: what was sent with the one before is in the book, or came to nothing. */}
        <input type="hidden" name={fields.takingId.name} value={props.start.takingId} />
        <TextField field={fields.amountVnd} label={t("stalls.amount")} inputMode="numeric" />
        <RadioField field={fields.way} label={t("stalls.way")} options={options} />
        <TextField field={fields.takenOn} label={t("stalls.takenOn")} type="date" />
        <TextField
          field={fields.note}
          label={t("stalls.note")}
          hint={t("stalls.noteHint")}
          language="vi"
          optional
        />
        <button className="button button-main w-full">{t("stalls.save")}</button>
      </form>
    </section>
  );
}
