import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { refusalOf, type RequestMove } from "~/domain/compliance/request-moves";
import { REQUEST_RESULTS } from "~/domain/compliance/request-words";
import type { ComplianceRequest } from "~/domain/compliance/types";
import { FormErrors, RadioField, SelectField, TextAreaField } from "~/ui/primitives/form";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText, type MessageKey } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Fields = Record<"words" | "handlerId" | "result", string>;
type Props = {
  found: ComplianceRequest;
  officers: readonly { id: string; fullName: string }[];
  /** One of each form: what is kept under it is kept once. */
  stepIds: Record<RequestMove, string>;
  reply: MutationReply | undefined;
};

const MOVES = ["acknowledge", "answer", "note", "hand_over", "reopen"] as const;

/** What may be done as a request stands; above it, why what was sent was not done, where its form is gone. */
export function StepForms(props: Props) {
  const t = useT();
  const { found, officers, reply } = props;
  const shown = MOVES.filter(
    (move) => refusalOf(move, found) === null && (move !== "hand_over" || officers.length > 0),
  );
  const sent = reply?.submission?.initialValue?.["intent"];
  const isFormGone = reply !== undefined && !shown.some((move) => move === sent);
  return (
    <>
      {isFormGone ? <Refusal title={errorText(t, reply.failure?.code ?? "form_outdated")} /> : null}
      {shown.map((move) => (
        <StepForm key={move} {...props} move={move} reply={sent === move ? reply : undefined} />
      ))}
    </>
  );
}

const WORDS_LABEL: Record<RequestMove, MessageKey> = {
  acknowledge: "compliance.acknowledgeWords",
  note: "compliance.noteWords",
  hand_over: "compliance.handOverWords",
  answer: "compliance.answerWords",
  reopen: "compliance.reopenWords",
};

function StepForm(props: Props & { move: RequestMove }) {
  const t = useT();
  const { found, move, officers, stepIds, reply } = props;
  const lastResult = reply?.submission ?? null;
  const [form, fields] = useForm<Fields>({ id: move, lastResult });
  const label = t(WORDS_LABEL[move]);
  const isFree = move === "acknowledge" || move === "hand_over";
  return (
    <Section id={`${move}-title`} title={t(`compliance.do_${move}`)}>
      <form method="post" id={form.id} action={paths.complianceRequest(found.id)} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        <input type="hidden" name="intent" value={move} />
        <input type="hidden" name="stepId" value={stepIds[move]} />
        {move === "answer" ? (
          <RadioField
            field={fields.result}
            label={t("compliance.resultLabel")}
            options={REQUEST_RESULTS.map((value) => ({
              value,
              label: t(`compliance.result_${value}`),
            }))}
          />
        ) : null}
        {move === "hand_over" ? (
          <SelectField
            field={fields.handlerId}
            label={t("compliance.handOverTo")}
            emptyLabel={t("compliance.choose")}
            options={officers.map(({ id, fullName }) => ({
              value: id,
              label: fullName,
              language: "vi",
            }))}
          />
        ) : null}
        <TextAreaField
          field={fields.words}
          label={label}
          rows={3}
          language="vi"
          {...(isFree ? { optional: true as const } : {})}
        />
        <button className={`button ${move === "answer" ? "button-main" : "button-quiet"}`}>
          {t(`compliance.do_${move}`)}
        </button>
      </form>
    </Section>
  );
}

function Section(props: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="mt-8 border-t border-line pt-6" aria-labelledby={props.id}>
      <h2 id={props.id} className="text-xl">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
