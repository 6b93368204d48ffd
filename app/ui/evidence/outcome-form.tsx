import { useForm } from "@conform-to/react";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Where an officer says what came of a notice that could not be read. */
export function OutcomeForm(props: { noticeId: string; reply: MutationReply | undefined }) {
  const t = useT();
  const { noticeId, reply } = props;
  const [form, fields] = useForm<Record<"outcome", string>>({
    id: "outcome",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form
      method="post"
      id={form.id}
      action={paths.unreadableNotice(noticeId)}
      className="mt-6 max-w-prose"
      noValidate
    >
      <FormErrors form={form} failure={reply?.failure} />
      <TextAreaField
        field={fields.outcome}
        label={t("evidence.outcomeLabel")}
        hint={t("evidence.outcomeHint")}
        language="vi"
        rows={3}
      />
      <button className="button button-main">{t("evidence.settle")}</button>
    </form>
  );
}
