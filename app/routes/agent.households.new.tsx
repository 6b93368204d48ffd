import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { registerFromSheet } from "~/domain/flows/register-from-sheet.server";
import { registerHelped } from "~/domain/flows/register-helped.server";
import { sentRegistrationForm } from "~/domain/households/forms-registration";
import { renamedIn } from "~/domain/places/former-name";
import { listFormerNames } from "~/domain/places/queries-former.server";
import { listCommunes } from "~/domain/places/queries.server";
import { settings } from "~/platform/env.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { RegistrationForm } from "~/ui/households/registration-form";
import { useLanguage, useT } from "~/ui/site";
import { namingFields } from "~/ui/helpers/sheet-fields";
import { requirePermission } from "~/web/guard.server";
import { renewalPath } from "~/web/helped-link.server";
import { keepRetryAfter, tooManyRequests } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { registrationsOfAgent } from "~/web/registrations-of-agent.server";
import { withRenamedCommune } from "~/web/renamed-commune";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.registerTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "agent_desk.open");
  return { communes: await listCommunes(settings().PROVINCE) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, user, language } = await requirePermission(args, "agent_desk.open");
  const waitMs = registrationsOfAgent.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = await readForm(args.request, sentRegistrationForm);
  if (!read.ok) {
    const reply = await withRenamedCommune(read, async (typed) =>
      renamedIn(typed, await listFormerNames(settings().PROVINCE)),
    );
    return data<MutationReply>(reply, { status: 400 });
  }
  const { sheetId, ...household } = read.value;
  const registered =
    sheetId === undefined
      ? await registerHelped(actor, household)
      : await registerFromSheet(actor, { sheetId, household, consent: null }, null);
  if (!registered.ok) {
    const failure = namingFields(translatorFor(language), registered);
    return data<MutationReply>(failureReply(failure, read.submission), { status: 409 });
  }
  return redirect(renewalPath(user.id, registered.value.slug, { registered: 1 }), 303);
}

export default function NewHelpedHouseholdPage() {
  const { communes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <BackLink href={paths.helpedSearch()} text={t("helpers.findTitle")} />
      <h1 className="text-3xl">{t("helpers.registerTitle")}</h1>
      <p className="mt-2 text-soft">{t("helpers.registerIntro")}</p>
      <ul className="mt-2">
        <li>
          <a className="inline-flex min-h-12 items-center" href={paths.registrationSheet()}>
            {t("helpers.registrationSheetPrint")}
          </a>
        </li>
        <li>
          <a className="inline-flex min-h-12 items-center" href={paths.sheetsOffline(language)}>
            {t("phone.sheetsLink")}
          </a>
        </li>
      </ul>
      <div data-registration="">
        <RegistrationForm
          communes={communes}
          provenPhone={null}
          termsNumber={null}
          by="agent"
          reply={reply}
        />
      </div>
    </>
  );
}
