import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import type { MutationReply } from "~/web/mutation-reply";

export type MoveFormProps = {
  action: string;
  /** The state that it leads to. */
  to: string;
  /** Of the form that came back; whichever it was, its words are shown in the one that sent them. */
  reply: MutationReply | undefined;
};

/** One thing that may be done about a request or a contract: what it means, a word to the others, and the button. */
export function MoveForm(
  props: MoveFormProps & {
    text?: string;
    button: string;
    tone: "main" | "quiet" | "danger";
    noteLabel: string;
    isNoteOptional: boolean;
    children?: ReactNode;
  },
) {
  const { to, reply } = props;
  const isMine = reply !== undefined && reply.submission?.initialValue?.["to"] === to;
  const [form, fields] = useForm<Record<"note", string>>({
    id: `move-${to}`,
    lastResult: isMine ? (reply.submission ?? null) : null,
  });
  const hasRoom = props.tone === "main";
  const body = (
    <form method="post" id={form.id} action={props.action}>
      {isMine ? <FormErrors form={form} failure={reply.failure} /> : null}
      <input type="hidden" name="to" value={to} />
      {props.text ? <p className="max-w-prose">{props.text}</p> : null}
      {props.children}
      <TextAreaField
        field={fields.note}
        label={props.noteLabel}
        rows={2}
        {...(props.isNoteOptional ? { optional: true as const } : {})}
      />
      <button className={`button button-${props.tone} w-full`}>{props.button}</button>
    </form>
  );
  if (hasRoom) return <div className="card my-4 px-5 py-4">{body}</div>;
  return (
    <details className="my-2 border-t border-line" open={isMine}>
      <summary className="min-h-12 cursor-pointer py-3 font-semibold">{props.button}</summary>
      {body}
    </details>
  );
}
