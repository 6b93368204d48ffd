import { useForm, type FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { FormErrors } from "~/ui/primitives/form";
import { Icon } from "~/ui/households/icon";
import { useT } from "~/ui/site";
import { usePageAddress } from "~/ui/site";
import type { ListingReply } from "./listing-reply";

export type QuestionFields<Name extends string> = Record<Name, FieldMetadata<string>>;

/**
 * A question as a form of its own address: the version that its answer was shown in goes with it, and the button that
 * keeps it leads on. `children` draws the fields.
 */
export function QuestionForm<Name extends string>(props: {
  seen: number;
  start: Record<Name, string>;
  reply: ListingReply | undefined;
  children: (fields: QuestionFields<Name>) => ReactNode;
}) {
  const t = useT();
  const page = usePageAddress();
  const [form, fields] = useForm<Record<string, string>>({
    id: "question",
    lastResult: props.reply?.submission ?? null,
    defaultValue: props.start,
  });
  return (
    <form method="post" action={page} id={form.id} noValidate>
      <FormErrors form={form} />
      <input type="hidden" name="seen" value={props.seen} />
      {props.children(fields as unknown as QuestionFields<Name>)}
      <NextButton text={t("listing.next")} />
    </form>
  );
}

export function NextButton({ text }: { text: string }) {
  return (
    <button className="button button-main mt-4 min-h-16 w-full text-xl">
      {text}
      <Icon name="next" />
    </button>
  );
}
