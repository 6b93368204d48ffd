import { useForm } from "@conform-to/react";
import { mayStep } from "~/domain/joining/joining-state";
import type { ChecklistEntry } from "~/domain/joining/types";
import { ariaOf, FieldFrame, FormErrors, RadioField, textOf } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

const DECISIONS = ["verified", "sent_back", "waived"] as const;

/** What an officer may decide about an item as it stands now. */
export function ItemDecision(props: {
  action: string;
  entry: ChecklistEntry;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { item, steps } = props.entry;
  const [form, fields] = useForm<Record<"decision" | "reason" | "seen", string>>({
    id: "decision",
    lastResult: props.reply?.submission ?? null,
  });
  const possible = DECISIONS.filter((one) => mayStep(one, item));
  if (possible.length === 0) return <p className="mt-4">{t("joining.decisionNone")}</p>;
  // Some decisions need it: neither "optional" nor asked for always.
  const reason = {
    field: fields.reason,
    label: t("joining.decisionReason"),
    hint: t("joining.decisionReasonHint"),
  };
  return (
    <form method="post" id={form.id} action={props.action} noValidate className="mt-8 max-w-prose">
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="seen" value={steps[0]?.id ?? "none"} />
      <RadioField
        field={fields.decision}
        label={t("joining.decision")}
        options={possible.map((one) => ({
          value: one,
          label: t(`joining.decision_${one}`),
          hint: t(`joining.decision_${one}_hint`),
        }))}
      />
      <FieldFrame {...reason}>
        <textarea
          id={fields.reason.id}
          name={fields.reason.name}
          rows={3}
          defaultValue={textOf(fields.reason)}
          {...ariaOf({ ...reason, optional: true })}
        />
      </FieldFrame>
      <button className="button button-main w-full sm:w-auto">{t("joining.decisionSave")}</button>
    </form>
  );
}
