import { useForm } from "@conform-to/react";
import { REVIEW_TEXT_MAX } from "~/domain/reviews/forms";
import { STARS } from "~/domain/reviews/rating";
import type { ReviewableLine } from "~/domain/reviews/types";
import { formatInteger } from "~/platform/money";
import { FormErrors, RadioField, TextAreaField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { StarMarks } from "./star-text";

type Fields = Record<"stars" | "text" | "isNameShown", string>;

/** Stars, words and whether a name is shown. `action` carries the order's key. */
export function ReviewForm(props: {
  line: Pick<ReviewableLine, "review" | "shownName">;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { review } = props.line;
  const [form, fields] = useForm<Fields>({
    id: "review",
    lastResult: props.reply?.submission,
    defaultValue: {
      stars: review ? String(review.stars) : "",
      text: review?.text ?? "",
      isNameShown: review?.isNameShown ? "on" : "",
    },
  });
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <RadioField
        field={fields.stars}
        label={t("reviews.howManyStars")}
        options={STARS.map((stars) => ({
          value: String(stars),
          label: t(`reviews.word_${stars}`),
          mark: (
            <span className="shrink-0 text-2xl leading-none text-honey">
              <StarMarks stars={stars} />
            </span>
          ),
        }))}
      />
      <TextAreaField
        field={fields.text}
        language={review?.language}
        label={t("reviews.yourWords")}
        hint={t("reviews.wordsHint", { max: formatInteger(REVIEW_TEXT_MAX, language) })}
        rows={5}
        optional
      />
      <NameField
        name={fields.isNameShown.name}
        shownName={props.line.shownName}
        isChecked={fields.isNameShown.initialValue === "on"}
      />
      <button className="button button-main w-full sm:w-auto">{t("reviews.sendReview")}</button>
    </form>
  );
}

/** Without it no name is shown; never ticked beforehand. */
function NameField(props: { name: string; shownName: string | null; isChecked: boolean }) {
  const t = useT();
  if (props.shownName === null) return null;
  return (
    <label className="my-4 flex min-h-12 cursor-pointer items-center gap-3">
      <input type="checkbox" name={props.name} value="on" defaultChecked={props.isChecked} />
      <span>
        {t("reviews.showName", { name: props.shownName })}
        <span className="block text-sm text-soft">{t("reviews.showNameHint")}</span>
      </span>
    </label>
  );
}
