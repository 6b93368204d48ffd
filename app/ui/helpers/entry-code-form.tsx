import { useForm } from "@conform-to/react";
import { RECOGNITIONS } from "~/domain/households/entry-code-terms";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { RecognitionFields } from "./recognition-fields";

/** How an officer knows that whoever asks is of the household; then the digits are made. */
export function EntryCodeForm(props: {
  action: string;
  codeId: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Record<"codeId" | "recognisedBy" | "recognition", string>>({
    id: "entry-code",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="codeId" value={props.codeId} />
      <RecognitionFields ways={RECOGNITIONS} fields={fields} hint={t("entry.recognitionHint")} />
      <button className="button button-main w-full sm:w-auto">{t("entry.submit")}</button>
    </form>
  );
}
