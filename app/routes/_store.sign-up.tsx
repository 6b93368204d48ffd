import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openAccount } from "~/domain/flows/open-account.server";
import { provenSignUpForm, signUpForm } from "~/domain/identity/forms";
import { startSession } from "~/domain/identity/sessions.server";
import { hasSms } from "~/domain/notices/open-channels.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { SignUpForm } from "~/ui/identity/sign-up-form";
import { useLanguage, useT } from "~/ui/site";
import { readDevice, writeDevice } from "~/web/device-cookie.server";
import { currentUser } from "~/web/guard.server";
import { tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply } from "~/web/mutation.server";
import { paths, safeReturnPath } from "~/web/paths";
import { readProvenForm } from "~/web/proven-form.server";
import { forgetProvenPhone, readProvenPhone } from "~/web/proven-phone.server";

// One network may be a whole village behind one mast; this only stops machines.
const perNetwork = createRateLimit({ limit: 60, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("identity.signUpTitle"));

export async function loader(args: LoaderFunctionArgs) {
  if (await currentUser(args)) throw redirect(paths.account());
  const provenPhone = await readProvenPhone(args.request);
  return { next: nextOf(args.request), provenPhone, hasCodes: hasSms() };
}

export async function action(args: ActionFunctionArgs) {
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = await readProvenForm(args.request, { proven: provenSignUpForm, whole: signUpForm });
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { consent: _, ...account } = read.value;
  const { addressLanguage: language, clientNetwork } = args.context;
  const visitor = { language, clientNetwork, deviceToken: readDevice(args.request) };
  const opened = await openAccount({ ...account, ...visitor });
  if (!opened.ok) {
    return data<MutationReply>(failureReply(opened, read.submission), { status: 409 });
  }
  const headers = new Headers({ "Set-Cookie": await startSession(opened.value) });
  headers.append("Set-Cookie", writeDevice(args.request, account.phone));
  headers.append("Set-Cookie", forgetProvenPhone());
  return redirect(nextOf(args.request) ?? paths.account(), { status: 303, headers });
}

function nextOf(request: Request): string | null {
  return safeReturnPath(new URL(request.url).searchParams.get("next"));
}

export default function SignUpPage() {
  const { next, provenPhone, hasCodes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const query = { next: next ?? undefined };
  return (
    <div className="mx-auto max-w-xl py-6">
      <h1 className="text-3xl">{t("identity.signUpTitle")}</h1>
      <p className="mt-2 text-soft">{t("identity.signUpIntro")}</p>
      <SignUpForm
        action={paths.signUp(language, query)}
        otherPath={paths.codeRequest(language, query)}
        {...{ provenPhone, reply }}
      />
      <p className="mt-4 text-soft">{t("identity.signUpPhoneNote")}</p>
      {provenPhone !== null ? (
        <p className="mt-2">
          <a className="inline-flex min-h-12 items-center" href={paths.register(language)}>
            {t("identity.provenSell")}
          </a>
        </p>
      ) : null}
      {provenPhone === null && hasCodes ? (
        <p className="mt-2">
          <a
            className="inline-flex min-h-12 items-center"
            href={paths.codeRequest(language, query)}
          >
            {t("identity.signUpByCode")}
          </a>
        </p>
      ) : null}
      <p className="mt-2">
        <a className="inline-flex min-h-12 items-center" href={paths.signIn(language, query)}>
          {t("identity.signUpHaveAccount")}
        </a>
      </p>
    </div>
  );
}
