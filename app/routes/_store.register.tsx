import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { registerHousehold } from "~/domain/flows/register-household.server";
import { provenRegistrationForm, registrationForm } from "~/domain/households/forms-registration";
import { findAccount } from "~/domain/identity/queries.server";
import { startSession } from "~/domain/identity/sessions.server";
import { findTermsInForce } from "~/domain/joining/queries-terms.server";
import { hasSms } from "~/domain/notices/open-channels.server";
import { renamedIn } from "~/domain/places/former-name";
import { listFormerNames } from "~/domain/places/queries-former.server";
import { listCommunes } from "~/domain/places/queries.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { RegistrationForm } from "~/ui/households/registration-form";
import { RegistrationStart } from "~/ui/households/registration-start";
import { useLanguage, useT } from "~/ui/site";
import { readDevice, writeDevice } from "~/web/device-cookie.server";
import { currentUser } from "~/web/guard.server";
import { tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { forgetProvenPhone, readProvenPhone } from "~/web/proven-phone.server";
import { readProvenForm } from "~/web/proven-form.server";
import { withRenamedCommune } from "~/web/renamed-commune";

const perNetwork = createRateLimit({ limit: 60, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(matches, {
    title: siteOf(matches).t("households.registerTitle"),
    description: siteOf(matches).t("households.registerIntro"),
    path: paths.register("vi"),
  });

export async function loader(args: LoaderFunctionArgs) {
  const provenPhone = await readProvenPhone(args.request);
  const isByPassword = new URL(args.request.url).searchParams.get("by") === "password";
  const isStart = provenPhone === null && !isByPassword && hasSms();
  const user = isStart ? await currentUser(args) : null;
  const account = user ? await findAccount(user.id) : null;
  return {
    communes: await listCommunes(settings().PROVINCE),
    provenPhone,
    termsNumber: (await findTermsInForce())?.number ?? 0,
    start: isStart ? { ask: newId("pcd"), phone: account?.phone ?? null } : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = await readProvenForm(args.request, {
    proven: provenRegistrationForm,
    whole: registrationForm,
  });
  if (!read.ok) {
    const reply = await withRenamedCommune(read, async (typed) =>
      renamedIn(typed, await listFormerNames(settings().PROVINCE)),
    );
    return data<MutationReply>(reply, { status: 400 });
  }
  const { consent: _, ...registration } = read.value;
  const { addressLanguage: language, clientNetwork } = args.context;
  const visitor = { language, clientNetwork, deviceToken: readDevice(args.request) };
  const registered = await registerHousehold({ ...registration, ...visitor });
  if (!registered.ok) {
    return data<MutationReply>(failureReply(registered, read.submission), { status: 409 });
  }
  const cookie = await startSession(registered.value);
  const headers = new Headers({ "Set-Cookie": cookie });
  headers.append("Set-Cookie", writeDevice(args.request, registration.phone));
  headers.append("Set-Cookie", forgetProvenPhone());
  return redirect(paths.householdDesk(), { headers });
}

export default function RegisterPage() {
  const t = useT();
  const language = useLanguage();
  const { communes, provenPhone, start, termsNumber } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="mt-6 text-3xl">{t("households.registerTitle")}</h1>
      <p className="mt-2 text-soft">{t("households.registerIntro")}</p>
      <p>
        <a className="inline-flex min-h-12 items-center underline" href={paths.training(language)}>
          {t("training.publicLink")}
        </a>
      </p>
      {start && !reply ? (
        <RegistrationStart {...start} />
      ) : (
        <RegistrationForm {...{ communes, provenPhone, termsNumber, reply }} />
      )}
      <p className="mt-6">
        <a href={paths.signIn(language)}>{t("households.registerHaveAccount")}</a>
      </p>
    </div>
  );
}
