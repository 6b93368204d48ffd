import { useForm } from "@conform-to/react";
import type { SecondStep } from "~/domain/identity/types-officers";
import { formatInstant } from "~/platform/period";
import { FormErrors } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import type { AppSetUp } from "~/web/second-step";
import { AppSteps, CodeField, Step } from "./second-step-entry";

type Props = {
  /** Null: a demo's officer, whom everybody may be. */
  step: SecondStep | null;
  app: AppSetUp | null;
  reply: MutationReply | undefined;
  /** They came in by a code on paper just now. */
  isPaperUsed: boolean;
  next: string;
};

/** An officer's own app: since when, how many codes on paper are left, and how it goes over to another phone. */
export function SecondStepOwn({ step, app, reply, isPaperUsed, next }: Props) {
  const t = useT();
  if (step === null || app === null) {
    return <Notice tone="plain" title={t("officers.ownNone")} />;
  }
  return (
    <>
      {isPaperUsed ? (
        <Notice tone="attention" title={t("officers.paperUsed", { count: step.leftCount })}>
          <p>{t("officers.paperUsedText")}</p>
          <p>
            <a className="inline-flex min-h-12 items-center underline" href={next}>
              {t("officers.paperGoOn")}
            </a>
          </p>
        </Notice>
      ) : null}
      <p className="mt-2">
        {t("officers.ownSince", { time: formatInstant(step.setUpAt) })}{" "}
        {t("officers.ownLeft", { count: step.leftCount })}
      </p>
      <h2 className="mt-8 text-2xl">{t("officers.moveTitle")}</h2>
      <p className="mt-2 text-soft">{t("officers.moveLead")}</p>
      <MoveForm app={app} reply={reply} />
    </>
  );
}

function MoveForm({ app, reply }: { app: AppSetUp; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"oldCode" | "newCode", string>>({
    id: "move-step",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form method="post" action={paths.accountSecondStep()} id={form.id} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <AppSteps app={app}>
        <Step title={t("officers.moveOld")}>
          <CodeField
            field={fields.oldCode}
            label={t("officers.oldCode")}
            hint={t("officers.stepCodeHint")}
          />
        </Step>
        <Step title={t("officers.moveNew")}>
          <CodeField
            field={fields.newCode}
            label={t("officers.newCode")}
            hint={t("officers.newCodeHint")}
          />
        </Step>
      </AppSteps>
      <button className="button button-main w-full">{t("officers.moveDone")}</button>
    </form>
  );
}
