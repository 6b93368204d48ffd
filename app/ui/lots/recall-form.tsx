import { useForm } from "@conform-to/react";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

type FormProps = { action: string; reply: MutationReply | undefined };

const EFFECTS = ["sale", "orders", "buyers", "lift"] as const;

/** A recall on a page of its own: what it does is said before the button. */
export function RecallForm({ action, reply }: FormProps) {
  const t = useT();
  const [form, fields] = useForm<Record<"reason" | "instruction", string>>({
    id: "recall",
    lastResult: reply?.submission,
  });
  return (
    <form method="post" action={action} id={form.id} noValidate>
      <p className="mt-4">{t("lots.recallText")}</p>
      <ul className="mt-2 mb-4 list-disc pl-6">
        {EFFECTS.map((effect) => (
          <li key={effect}>{t(`lots.recallEffect_${effect}`)}</li>
        ))}
      </ul>
      <FormErrors form={form} failure={reply?.failure} />
      <TextAreaField
        field={fields.reason}
        label={t("lots.reasonLabel")}
        hint={t("lots.reasonHint")}
      />
      <TextAreaField
        field={fields.instruction}
        label={t("lots.instructionLabel")}
        hint={t("lots.instructionHint")}
      />
      <button className="button button-danger w-full">{t("lots.recallNow")}</button>
    </form>
  );
}

/** The end of a recall, which needs a reason as public as the recall's. */
export function LiftingForm({ action, reply }: FormProps) {
  const t = useT();
  const [form, fields] = useForm<{ reason: string }>({
    id: "lifting",
    lastResult: reply?.submission,
  });
  return (
    <form method="post" action={action} id={form.id} noValidate>
      <p className="mt-4">{t("lots.liftText")}</p>
      <FormErrors form={form} failure={reply?.failure} />
      <TextAreaField
        field={fields.reason}
        label={t("lots.liftReason")}
        hint={t("lots.liftReasonHint")}
      />
      <button className="button button-main w-full">{t("lots.lift")}</button>
    </form>
  );
}
