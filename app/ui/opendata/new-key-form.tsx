import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** For whom a key is, and until when. */
export function NewKeyForm(props: { keyId: string; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"keyId" | "consumer" | "expiresOn", string>>({
    id: "new-key",
    lastResult: props.reply?.submission ?? null,
    defaultValue: { keyId: props.keyId },
  });
  return (
    <form method="post" id={form.id} action={paths.newDataKey()} className="max-w-prose" noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.keyId.name} value={fields.keyId.initialValue} />
      <TextField
        field={fields.consumer}
        label={t("opendata.keyConsumer")}
        hint={t("opendata.keyConsumerHint")}
        language="vi"
      />
      <TextField
        field={fields.expiresOn}
        label={t("opendata.keyExpires")}
        hint={t("opendata.keyExpiresHint")}
        inputMode="numeric"
      />
      <button className="button button-main">{t("opendata.keyNew")}</button>
    </form>
  );
}
