import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

type Fields = Record<"targetId" | "householdCount" | "startsOn" | "endsOn", string>;

/** How many households are to sell, and within which days. */
export function TargetForm(props: {
  action: string;
  /** Made with the page. */
  targetId: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Fields>({
    id: "target",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="targetId" value={fields.targetId.initialValue ?? props.targetId} />
      <TextField
        field={fields.householdCount}
        label={t("helpers.targetCount")}
        inputMode="numeric"
      />
      <TextField field={fields.startsOn} label={t("helpers.targetFrom")} type="date" />
      <TextField field={fields.endsOn} label={t("helpers.targetUntil")} type="date" />
      <button className="button button-main w-full sm:w-auto">{t("helpers.targetSave")}</button>
    </form>
  );
}
