import { useForm } from "@conform-to/react";
import { EVIDENCE_GRADES } from "~/domain/certificates/evidence-grades";
import { FormErrors, RadioField, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

const DECISIONS = ["confirmed", "sent_back"] as const;

/** What an officer decides about a certificate that waits, on which evidence. */
export function CertificateDecision(props: {
  action: string;
  /** The newest step, which the officer was shown. */
  seen: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Record<"decision" | "grade" | "reason" | "seen", string>>({
    id: "decision",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={props.action} noValidate className="mt-8 max-w-prose">
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="seen" value={props.seen} />
      <RadioField
        field={fields.decision}
        label={t("certificates.decide")}
        options={DECISIONS.map((one) => ({
          value: one,
          label: t(`certificates.decision_${one}`),
          hint: t(`certificates.decision_${one}_hint`),
        }))}
      />
      <RadioField
        field={fields.grade}
        label={t("certificates.grade")}
        options={EVIDENCE_GRADES.map((one) => ({
          value: one,
          label: t(`certificates.grade_${one}`),
        }))}
      />
      <p className="text-soft">{t("certificates.gradeHint")}</p>
      <TextAreaField
        field={fields.reason}
        label={t("certificates.reason")}
        hint={t("certificates.reasonHint")}
        rows={3}
        optional
      />
      <button className="button button-main w-full sm:w-auto">
        {t("certificates.decisionSave")}
      </button>
    </form>
  );
}
