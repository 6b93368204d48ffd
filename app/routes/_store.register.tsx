import { data, redirect, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { registerHousehold } from "~/domain/flows/register-household.server";
import { registrationForm } from "~/domain/households/forms-registration";
import { startSession } from "~/domain/identity/sessions.server";
import { listCommunes } from "~/domain/places/queries.server";
import { settings } from "~/platform/env.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { RegistrationForm } from "~/ui/households/registration-form";
import { useLanguage, useT } from "~/ui/site";
import { readDevice, writeDevice } from "~/web/device-cookie.server";
import { tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

const perNetwork = createRateLimit({ limit: 60, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(matches, {
    title: siteOf(matches).t("households.registerTitle"),
    description: siteOf(matches).t("households.registerIntro"),
    path: paths.register("vi"),
  });

export async function loader() {
  return { communes: await listCommunes(settings().PROVINCE) };
}

export async function action(args: ActionFunctionArgs) {
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = await readForm(args.request, registrationForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
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
  return redirect(paths.householdDesk(), { headers });
}

export default function RegisterPage() {
  const t = useT();
  const language = useLanguage();
  const { communes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="mt-6 text-3xl">{t("households.registerTitle")}</h1>
      <p className="mt-2 text-soft">{t("households.registerIntro")}</p>
      <RegistrationForm communes={communes} {...(reply ? { reply } : {})} />
      <p className="mt-6">
        <a href={paths.signIn(language)}>{t("households.registerHaveAccount")}</a>
      </p>
    </div>
  );
}
