import { useForm } from "@conform-to/react";
import { REFUSAL_REASONS } from "~/domain/reviews/post-status";
import type { ModeratedPost } from "~/domain/reviews/types";
import { FormErrors, SelectField, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { postLabel } from "./post-label";

/** Lets a post through, or back. */
export function PublishForm({ post }: { post: ModeratedPost }) {
  const t = useT();
  return (
    <form method="post" action={paths.postDecision(post.id)}>
      <input type="hidden" name="decision" value="publish" />
      <input type="hidden" name="seenAt" value={post.sentAt} />
      <button
        className={`button ${post.status === "waiting" ? "button-main" : "button-quiet"}`}
        aria-label={t("reviews.publishNamed", { post: postLabel(t, post) })}
      >
        {post.status === "waiting" ? t("reviews.publish") : t("reviews.publishAgain")}
      </button>
    </form>
  );
}

type Grounds = { reason: string; reasonText: string };

/** Refuses a post or takes it down, for one of the lawful reasons; folded away in lists. */
export function GroundsForm(props: {
  post: ModeratedPost;
  decision: "refuse" | "take_down";
  isFolded?: true;
  reply?: MutationReply;
}) {
  const t = useT();
  const { post, decision } = props;
  if (!props.isFolded) return <GroundsFields {...props} />;
  return (
    <details>
      <summary className="inline-flex min-h-12 cursor-pointer items-center font-semibold text-persimmon underline underline-offset-4">
        {t(`reviews.open_${decision}`)}
      </summary>
      <GroundsFields post={post} decision={decision} />
    </details>
  );
}

function GroundsFields(props: {
  post: ModeratedPost;
  decision: "refuse" | "take_down";
  reply?: MutationReply;
}) {
  const t = useT();
  const { post, decision, reply } = props;
  const [form, fields] = useForm<Grounds>({
    id: `decide-${post.id}`,
    lastResult: reply?.submission,
  });
  return (
    <form method="post" action={paths.postDecision(post.id)} id={form.id} noValidate>
      <FormErrors form={form} />
      <p className="text-sm font-medium">{t("reviews.neverForStars")}</p>
      <input type="hidden" name="decision" value={decision} />
      <input type="hidden" name="seenAt" value={post.sentAt} />
      <SelectField
        field={fields.reason}
        label={t("reviews.reasonLabel")}
        emptyLabel={t("reviews.reasonChoose")}
        options={REFUSAL_REASONS.map((reason) => ({
          value: reason,
          label: t(`reviews.reason_${reason}`),
        }))}
      />
      <TextAreaField
        field={fields.reasonText}
        label={t("reviews.reasonTextLabel")}
        hint={t("reviews.reasonTextHint")}
        rows={3}
        optional
      />
      <button
        className="button button-danger"
        aria-label={t(`reviews.doNamed_${decision}`, { post: postLabel(t, post) })}
      >
        {t(`reviews.do_${decision}`)}
      </button>
    </form>
  );
}
