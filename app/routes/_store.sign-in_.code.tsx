import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sendPhoneCode } from "~/domain/flows/send-phone-code.server";
import { codeRequestForm } from "~/domain/identity/forms";
import { findAccount } from "~/domain/identity/queries.server";
import { hasSms } from "~/domain/notices/open-channels.server";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CallDepartment } from "~/ui/households/call-department";
import { CodeRequestForm } from "~/ui/identity/code-request-form";
import { useLanguage, useT } from "~/ui/site";
import { codePurposeOf, purposeQuery } from "~/web/code-purpose";
import { readDevice } from "~/web/device-cookie.server";
import { currentUser } from "~/web/guard.server";
import { keepRetryAfter, retryAfter } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const headers = keepRetryAfter;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const isRegistering = page?.purpose.to === "register";
  const title = isRegistering ? "households.registerTitle" : "identity.codeTitle";
  return privateMeta(matches, siteOf(matches).t(title));
};

export async function loader(args: LoaderFunctionArgs) {
  const purpose = codePurposeOf(args.request);
  if (!hasSms()) throw redirect(paths.signIn(args.context.addressLanguage, purposeQuery(purpose)));
  const user = await currentUser(args);
  const account = user ? await findAccount(user.id) : null;
  return { ask: newId("pcd"), phone: account?.phone ?? null, purpose };
}

export async function action(args: ActionFunctionArgs) {
  const read = await readForm(args.request, codeRequestForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { addressLanguage: language, clientNetwork } = args.context;
  const deviceToken = readDevice(args.request);
  const { phone, ask: codeId } = read.value;
  const sent = await sendPhoneCode({ codeId, phone, language, clientNetwork, deviceToken });
  if (sent.ok) {
    const query = { ...purposeQuery(codePurposeOf(args.request)), ...sent.value };
    return redirect(paths.codeEntry(language, query), { status: 303 });
  }
  const reply = failureReply(sent, read.submission);
  const waitMs = sent.detail?.["waitMs"];
  if (waitMs === undefined) return data<MutationReply>(reply, { status: 409 });
  return data<MutationReply>(reply, { status: 429, headers: retryAfter(Number(waitMs)) });
}

export default function CodeRequestPage() {
  const { ask, phone, purpose } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mx-auto max-w-xl py-6">
      {purpose.to === "register" ? (
        <>
          <h1 className="text-3xl">{t("households.registerTitle")}</h1>
          <h2 className="mt-6 text-xl">{t("households.registerPhoneStep")}</h2>
        </>
      ) : (
        <h1 className="text-3xl">{t("identity.codeTitle")}</h1>
      )}
      <p className="mt-2 text-soft">{t("identity.codeIntro")}</p>
      <CodeRequestForm
        action={paths.codeRequest(language, purposeQuery(purpose))}
        {...{ ask, phone, reply }}
      />
      {purpose.to === "register" ? null : (
        <div className="mt-4 text-soft">
          <p>{t("identity.codeLost")}</p>
          <CallDepartment />
        </div>
      )}
      <p className="mt-4">
        <a
          className="inline-flex min-h-12 items-center"
          href={paths.signIn(language, { next: purpose.next ?? undefined })}
        >
          {t("identity.codeByPassword")}
        </a>
      </p>
    </div>
  );
}
