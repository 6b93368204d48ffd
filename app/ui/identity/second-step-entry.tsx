import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { ariaOf, FieldFrame, FormErrors, TextField, type AnyField } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import type { AppSetUp, SecondStepState } from "~/web/second-step";

type FormProps = { action: string; reply: MutationReply | undefined };

/** The page of the second step, wherever somebody stands at it. */
export function SecondStepEntry({
  state,
  next,
  ...form
}: FormProps & { state: SecondStepState; next: string }) {
  const t = useT();
  const language = useLanguage();
  switch (state.kind) {
    case "enter":
      return <CodeForm {...form} hasPaper={state.hasPaper} />;
    case "set-up":
      return <SetUpForm {...form} app={state.app} />;
    case "in":
      return (
        <>
          <Notice tone="good" title={t("officers.stepIn")} />
          <p className="mt-4">
            <a className="button button-main" href={next}>
              {t("officers.paperGoOn")}
            </a>
          </p>
        </>
      );
    case "over":
    case "ungranted":
      return (
        <>
          <Notice
            tone="attention"
            title={t(state.kind === "over" ? "officers.stepOver" : "officers.stepUngranted")}
          >
            <p>
              {t(state.kind === "over" ? "officers.stepOverText" : "officers.stepUngrantedText")}
            </p>
          </Notice>
          <p className="mt-4">
            <a className="button button-main" href={paths.signIn(language)}>
              {t("officers.stepAgain")}
            </a>
          </p>
        </>
      );
  }
}

function CodeForm({ action, reply, hasPaper }: FormProps & { hasPaper: boolean }) {
  const t = useT();
  const [form, fields] = useForm<Record<"code", string>>({
    id: "second-step",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form method="post" action={action} id={form.id} noValidate>
      <p className="mt-2 text-soft">{t("officers.stepLead")}</p>
      <FormErrors form={form} failure={reply?.failure} />
      <CodeField
        field={fields.code}
        label={t("officers.stepCode")}
        hint={t(hasPaper ? "officers.stepCodeHint" : "officers.stepCodeHintApp")}
      />
      <button className="button button-main w-full">{t("common.signIn")}</button>
      <p className="mt-6 text-soft">{t("officers.stepLost")}</p>
    </form>
  );
}

/** Digits that are read from an app or a paper. */
export function CodeField(props: { field: AnyField; label: string; hint: string }) {
  const { field } = props;
  return (
    <FieldFrame {...props}>
      <input
        id={field.id}
        name={field.name}
        className="num text-center text-3xl tracking-widest"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        {...ariaOf(props)}
      />
    </FieldFrame>
  );
}

function SetUpForm({ action, reply, app }: FormProps & { app: AppSetUp }) {
  const t = useT();
  const [form, fields] = useForm<Record<"grantCode" | "code" | "newPassword", string>>({
    id: "second-step",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form method="post" action={action} id={form.id} noValidate>
      <p className="mt-2 text-soft">{t("officers.setUpLead")}</p>
      <FormErrors form={form} failure={reply?.failure} />
      <AppSteps app={app}>
        <Step title={t("officers.setUpColleague")}>
          <TextField
            field={fields.grantCode}
            label={t("officers.grantCode")}
            hint={t("officers.grantCodeHint")}
            inputMode="numeric"
            autoComplete="off"
          />
        </Step>
        <Step title={t("officers.setUpFirst")}>
          <CodeField
            field={fields.code}
            label={t("officers.appCode")}
            hint={t("officers.appCodeHint")}
          />
        </Step>
        <Step title={t("officers.setUpOwn")}>
          <TextField
            field={fields.newPassword}
            label={t("officers.ownPassword")}
            hint={t("officers.ownPasswordHint")}
            type="password"
            autoComplete="new-password"
          />
        </Step>
      </AppSteps>
      <button className="button button-main w-full">{t("officers.setUpDone")}</button>
    </form>
  );
}

/** How an app comes to know the secret, and then the steps after it. */
export function AppSteps({ app, children }: { app: AppSetUp; children: ReactNode }) {
  const t = useT();
  return (
    <ol className="mt-6 grid list-none gap-6 p-0">
      <Step title={t("officers.setUpInstall")}>
        <p className="text-soft">{t("officers.setUpInstallText")}</p>
      </Step>
      <Step title={t("officers.setUpScan")}>
        <div
          className="mt-2 w-full max-w-56 [&>svg]:block [&>svg]:h-auto [&>svg]:w-full"
          dangerouslySetInnerHTML={{ __html: app.qr }}
        />
        <p className="mt-2">
          <a className="inline-flex min-h-12 items-center underline" href={app.address}>
            {t("officers.setUpSamePhone")}
          </a>
        </p>
        <p className="text-soft">{t("officers.setUpByHand")}</p>
        <p className="mt-1 font-mono text-lg font-bold break-words" translate="no">
          {app.secret}
        </p>
      </Step>
      {children}
    </ol>
  );
}

/** One of the numbered steps. */
export function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="border-t border-line pt-4">
      <h2 className="text-xl">{title}</h2>
      {children}
    </li>
  );
}
