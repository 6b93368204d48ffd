import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type { ClaimStatus } from "~/domain/payments/claim-status";
import type { ClaimView } from "~/domain/payments/types-claim";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { FormErrors, RadioField, TextAreaField } from "~/ui/primitives/form";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

const MARKS = {
  open: { icon: "alert", tone: "persimmon" },
  found: { icon: "check", tone: "leaf" },
  not_found: { icon: "cross", tone: "quiet" },
  closed: { icon: "check", tone: "quiet" },
} as const satisfies Record<ClaimStatus, { icon: IconName; tone: Tone }>;

/** One claim with what may help to find the money, and the answer. */
export function DeskClaim({ claim, reply }: { claim: ClaimView; reply?: MutationReply }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <li id={claim.id} className="scroll-mt-4 border-t border-line py-5">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <h2 className="text-lg">
          <Money amountVnd={claim.amountVnd} language={language} />
        </h2>
        <StatusMark {...MARKS[claim.status]} text={t(`claims.status_${claim.status}`)} />
      </div>
      <div className="mt-2 grid gap-x-8 gap-y-3 md:grid-cols-2">
        <dl className="grid content-start gap-1">
          <Fact term={t("claims.memo")}>
            <strong className="num">{claim.checkoutCode}</strong>
          </Fact>
          <Fact term={t("claims.remaining")}>
            <Money amountVnd={claim.remainingVnd} language={language} />
          </Fact>
          <Fact term={t("claims.transferredAt")}>
            <LocalTime instant={claim.transferredAt} />
          </Fact>
          <Fact term={t("claims.reference")}>
            <span className="num wrap-anywhere">
              {claim.bankReference === ""
                ? t("claims.noReference")
                : mark(claim.bankReference, "vi")}
            </span>
          </Fact>
          <Fact term={t("claims.sentAt")}>
            <LocalTime instant={claim.sentAt} />
          </Fact>
          {claim.hasPhoto ? (
            <dd>
              <a className="inline-flex min-h-12 items-center" href={paths.claimPhoto(claim.id)}>
                {t("claims.seePhoto")}
              </a>
            </dd>
          ) : null}
        </dl>
        {claim.status === "open" ? <LikelyLines claim={claim} /> : null}
      </div>
      {claim.answer === null ? null : (
        <p className="mt-2 max-w-prose">
          {mark(t("claims.answeredBy", { name: claim.answeredBy ?? "–", answer: claim.answer }))}
        </p>
      )}
      {claim.status === "open" ? <AnswerForm claim={claim} reply={reply} /> : null}
    </li>
  );
}

function LikelyLines({ claim }: { claim: ClaimView }) {
  const t = useT();
  const mark = useMark();
  return (
    <div>
      <h3 className="font-semibold">{t("claims.likely")}</h3>
      {claim.likelyLines.length === 0 ? (
        <p className="text-soft">{t("claims.likelyNone")}</p>
      ) : (
        <ul>
          {claim.likelyLines.map((line) => (
            <li key={line.id}>
              <a
                className="inline-flex min-h-12 items-center"
                href={paths.bankLine(line.id, { choose: claim.checkoutCode })}
              >
                <span>
                  <LocalTime instant={line.occurredAt} /> · {mark(line.content) || "–"}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function AnswerForm(props: { claim: ClaimView; reply: MutationReply | undefined }) {
  const t = useT();
  const { claim, reply } = props;
  const [form, fields] = useForm<Record<"to" | "answer", string>>({
    id: `answer-${claim.id}`,
    lastResult: reply?.submission ?? null,
  });
  return (
    <details open={reply !== undefined} className="mt-2">
      <summary className="inline-flex min-h-12 cursor-pointer items-center font-semibold text-leaf underline underline-offset-4">
        {t("claims.answerOpen")}
      </summary>
      <form
        method="post"
        id={form.id}
        action={paths.claimAnswer(claim.id)}
        className="max-w-prose"
        noValidate
      >
        <FormErrors form={form} failure={reply?.failure} />
        <RadioField
          field={fields.to}
          label={t("claims.answerTo")}
          options={(["found", "not_found"] as const).map((to) => ({
            value: to,
            label: t(`claims.status_${to}`),
          }))}
        />
        <TextAreaField
          field={fields.answer}
          label={t("claims.answerText")}
          hint={t("claims.answerTextHint")}
          language="vi"
          rows={3}
        />
        <button className="button button-main">{t("claims.answerSend")}</button>
      </form>
    </details>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="inline text-soft">{term}: </dt>
      <dd className="inline">{children}</dd>
    </div>
  );
}
