import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInForm } from "~/domain/identity/forms";
import { signIn } from "~/domain/identity/sign-in.server";
import { hasSms } from "~/domain/notices/open-channels.server";
import { settings } from "~/platform/env.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { SignedOutByRefusal } from "~/ui/helpers/entry-refused";
import { DemoSignIns } from "~/ui/identity/demo-sign-ins";
import { SignInForm } from "~/ui/identity/sign-in-form";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { deskPathOf } from "~/web/desks";
import { readDevice, writeDevice } from "~/web/device-cookie.server";
import { currentUser } from "~/web/guard.server";
import { keepRetryAfter, retryAfter } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { openedResponse } from "~/web/opened-response.server";
import { paths, safeReturnPath } from "~/web/paths";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("identity.signInTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const user = await currentUser(args);
  if (user) throw redirect(deskPathOf(user.role));
  const query = new URL(args.request.url).searchParams;
  return {
    next: nextOf(args.request),
    hasSessionEnded: query.has("ended"),
    isDeleted: query.has("deleted"),
    refused: query.get("refused"),
    phone: query.get("phone"),
    isDemo: settings().APP_MODE === "demo",
    hasCodes: hasSms(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const read = await readForm(args.request, signInForm);
  if (!read.ok) return data(read.reply, { status: 400 });
  const { clientNetwork } = args.context;
  const kept = readDevice(args.request);
  const result = await signIn({ ...read.value, clientNetwork, deviceToken: kept });
  if (!result.ok) {
    const reply = failureReply(result, read.submission);
    if (result.code === "wrong_phone_or_password") return data(reply, { status: 400 });
    const headers = retryAfter(Number(result.detail?.["waitMs"]));
    return data(reply, { status: 429, headers });
  }
  const { role, opened } = result.value;
  return openedResponse(opened, {
    language: args.context.addressLanguage,
    next: nextOf(args.request) ?? deskPathOf(role),
    cookies: [writeDevice(args.request, read.value.phone)],
  });
}

function nextOf(request: Request): string | null {
  return safeReturnPath(new URL(request.url).searchParams.get("next"));
}

export default function SignInPage() {
  const { next, hasSessionEnded, isDeleted, refused, phone, isDemo, hasCodes } =
    useLoaderData<typeof loader>();
  const reply = useActionData<MutationReply>();
  const t = useT();
  const action = paths.signIn(useLanguage(), { next: next ?? undefined });
  return (
    <div className="mx-auto grid max-w-4xl gap-10 py-6 md:grid-cols-2">
      <div>
        <h1 className="text-3xl">{t("identity.signInTitle")}</h1>
        <p className="mt-2 text-soft">{t("identity.signInIntro")}</p>
        {isDeleted ? (
          <Notice tone="good" title={t("identity.deletedTitle")}>
            <p>{t("identity.deletedText")}</p>
          </Notice>
        ) : null}
        {refused === null ? null : (
          <SignedOutByRefusal account={refused} phone={phone} hasCodes={hasCodes} />
        )}
        {hasSessionEnded ? (
          <Notice tone="attention" title={t("identity.sessionEnded")}>
            <p>{t("identity.sessionEndedText")}</p>
          </Notice>
        ) : null}
        <SignInForm {...{ action, next, hasCodes, reply }} />
      </div>
      {isDemo ? (
        <div>
          <DemoSignIns action={action} />
        </div>
      ) : null}
    </div>
  );
}
