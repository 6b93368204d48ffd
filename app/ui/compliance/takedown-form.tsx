import { useForm } from "@conform-to/react";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Why a product goes off sale: the household reads it. */
export function TakedownForm({ slug, reply }: { slug: string; reply: MutationReply | undefined }) {
  const t = useT();
  const lastResult = reply?.submission ?? null;
  const [form, fields] = useForm<Record<"reason", string>>({ id: "takedown", lastResult });
  return (
    <form method="post" id={form.id} action={paths.productTakedown(slug)} noValidate>
      <p className="mt-4">{t("compliance.takedownText")}</p>
      <FormErrors form={form} failure={reply?.failure} />
      <TextAreaField
        field={fields.reason}
        label={t("compliance.takedownReason")}
        hint={t("department.reasonHint")}
        rows={3}
        language="vi"
      />
      <button className="button button-danger">{t("compliance.takedownTitle")}</button>
    </form>
  );
}
