import { useForm } from "@conform-to/react";
import { FormErrors, TextAreaField, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Asks the seller. The same for everybody, so that it may stand on a page that is kept. */
export function AskForm(props: { slug: string; heading: "h2" | "h3"; reply?: MutationReply }) {
  const { heading: Heading, reply } = props;
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<{ text: string; askerName: string }>({
    id: "question",
    lastResult: reply?.submission,
  });
  return (
    <form
      method="post"
      id={form.id}
      action={paths.productQuestions(language, props.slug)}
      noValidate
      className="mt-4 max-w-prose border-t border-line pt-4"
    >
      <Heading className="text-lg">{t("reviews.ask")}</Heading>
      <p className="text-sm text-soft">{t("reviews.askLead")}</p>
      <FormErrors form={form} failure={reply?.failure} />
      <TextAreaField
        field={fields.text}
        label={t("reviews.yourQuestion")}
        hint={t("reviews.questionHint")}
        rows={3}
      />
      <TextField field={fields.askerName} label={t("reviews.yourName")} optional />
      <Trap />
      <button className="button button-main">{t("reviews.sendQuestion")}</button>
    </form>
  );
}

/** A field that nobody sees and no keyboard reaches; programs that fill in everything give themselves away. */
function Trap() {
  const t = useT();
  return (
    <div className="sr-only" aria-hidden="true">
      <label htmlFor="leave-empty">{t("reviews.leaveEmpty")}</label>
      <input id="leave-empty" name="leaveEmpty" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
