import type { ReactNode } from "react";
import { MAX_REASON_LENGTH } from "~/domain/households/forms";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { UnfinishedDecision } from "./decision-answer";

type DecisionFormProps = {
  action: string;
  decision: "approve" | "reject" | "restore";
  /** On the button; `label` names the subject for readers of screens. */
  text: string;
  label: string;
};

/** A decision that needs no words: one button. */
export function PlainDecision(props: DecisionFormProps & { children?: ReactNode }) {
  const tone = props.decision === "approve" ? "button-main" : "button-quiet";
  return (
    <form method="post" action={props.action}>
      <input type="hidden" name="decision" value={props.decision} />
      {props.children}
      <button className={`button ${tone}`} aria-label={props.label}>
        {props.text}
      </button>
    </form>
  );
}

/** Yes to what waits. */
export function ApproveDecision(props: { action: string; name: string; children?: ReactNode }) {
  const t = useT();
  const { action, name } = props;
  return (
    <PlainDecision
      action={action}
      decision="approve"
      text={t("department.approve")}
      label={t("department.approveNamed", { name })}
    >
      {props.children}
    </PlainDecision>
  );
}

/** No to what waits; `id` is the subject's on the page. */
export function RejectDecision(props: { id: string; action: string; name: string }) {
  const t = useT();
  const { name, ...decision } = props;
  return (
    <ReasonedDecision
      {...decision}
      decision="reject"
      open={t("department.rejectOpen")}
      text={t("department.reject")}
      label={t("department.rejectNamed", { name })}
      hint={t("department.reasonHint")}
    />
  );
}

type ReasonedProps = DecisionFormProps & { id: string; hint: string };

/** A decision with a reason, folded away until it is wanted. */
function ReasonedDecision({ open, ...props }: ReasonedProps & { open: string }) {
  return (
    <details className="w-full sm:w-auto sm:grow">
      <summary className="inline-flex min-h-12 cursor-pointer items-center font-semibold text-persimmon underline underline-offset-4">
        {open}
      </summary>
      <ReasonForm {...props} />
    </details>
  );
}

/** The reason's field; `typed` is what was sent with a fault in it. */
export function ReasonForm(
  props: ReasonedProps & { typed?: Pick<UnfinishedDecision, "reason" | "problem"> | null },
) {
  const t = useT();
  const { typed } = props;
  const fieldId = `${props.id}-reason`;
  return (
    <form method="post" action={props.action} className="mt-2 max-w-prose">
      <input type="hidden" name="decision" value={props.decision} />
      <label htmlFor={fieldId} className="font-semibold">
        {t("department.reasonLabel")}
      </label>
      <p id={`${fieldId}-hint`} className="text-sm text-soft">
        {props.hint}
      </p>
      {typed ? (
        <p id={`${fieldId}-error`} className="font-medium text-persimmon">
          {errorText(t, typed.problem)}
        </p>
      ) : null}
      <textarea
        id={fieldId}
        name="reason"
        rows={typed ? 6 : 3}
        defaultValue={typed?.reason}
        // What is there already must stay, however long.
        maxLength={typed ? undefined : MAX_REASON_LENGTH}
        aria-required
        aria-invalid={typed ? true : undefined}
        aria-describedby={typed ? `${fieldId}-hint ${fieldId}-error` : `${fieldId}-hint`}
        className="mt-1"
      />
      <button className="button button-danger mt-2" aria-label={props.label}>
        {props.text}
      </button>
    </form>
  );
}
