import { useForm } from "@conform-to/react";
import type { MutationReply } from "~/web/mutation-reply";
import { FileField } from "./primitives/file-field";
import { FormErrors } from "./primitives/form";

/** A form that sends one file, as its field `file`. */
export function FileForm(props: {
  id: string;
  action: string;
  reply: MutationReply | undefined;
  label: string;
  hint: string;
  /** As the input's attribute: endings and media types. */
  accept: string;
  button: string;
}) {
  const { id, action, reply, label, hint, accept, button } = props;
  const [form, fields] = useForm<Record<"file", string>>({
    id,
    lastResult: reply?.submission ?? null,
  });
  return (
    <form
      method="post"
      id={form.id}
      action={action}
      encType="multipart/form-data"
      className="max-w-prose"
      noValidate
    >
      <FormErrors form={form} failure={reply?.failure} />
      <FileField field={fields.file} label={label} hint={hint} accept={accept} />
      <button className="button button-main">{button}</button>
    </form>
  );
}
