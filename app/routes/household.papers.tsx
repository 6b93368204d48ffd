import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPapers } from "~/domain/catalog/queries-licence.server";
import { setTaxCode } from "~/domain/flows/set-tax-code.server";
import { taxCodeForm } from "~/domain/households/forms-papers";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DoneNotice } from "~/ui/households/done-notice";
import { useDesk } from "~/ui/households/use-desk";
import { LicenceList } from "~/ui/papers/licence-list";
import { LicenceNotice } from "~/ui/papers/licence-news";
import { TaxCodeForm } from "~/ui/papers/tax-code-form";
import { useT } from "~/ui/site";
import { deskSlug } from "~/web/desk-address";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("papers.title"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "profile.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const papers = await findPapers(entry.scope, household.id);
  if (!papers) throw notFound();
  const query = new URL(args.request.url).searchParams;
  return {
    deskHouseholdId: household.id,
    papers,
    today: localDateOf(now()),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "profile.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const read = await readForm(args.request, taxCodeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const input = { householdId: household.id, ...read.value };
  const result = await setTaxCode(entry.actor, entry.scope, input);
  if (result.ok) {
    const { searchParams } = new URL(args.request.url);
    const named = searchParams.get("household") ?? undefined;
    return redirect(paths.householdPapers({ household: named, done: "taxCode" }), 303);
  }
  if (result.code === "household_not_found") throw notFound();
  const reply = fieldErrorReply(read.submission, "taxCode", result.code);
  return data<MutationReply>(reply, { status: 400 });
}

export default function HouseholdPapersPage() {
  const { papers, today, done, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <h1 className="text-3xl">{t("papers.title")}</h1>
      <p className="mt-2 text-soft">{t("papers.lead")}</p>
      <DoneNotice done={done} problem={problem} />
      <section className="mt-6">
        <h2 className="text-xl">{t("papers.taxCode")}</h2>
        <p className="mt-1 text-soft">{t("papers.taxCodeText")}</p>
        <TaxCodeForm papers={papers} reply={reply} />
      </section>
      <section className="mt-10">
        <h2 className="text-xl">{t("papers.licences")}</h2>
        <p className="mt-1 text-soft">{t("papers.licencesText")}</p>
        <LicenceNotice news={papers.news} link="here" />
        <LicenceList licences={papers.licences} today={today} />
        <p className="mt-3">
          <a className="button button-quiet w-full" href={paths.newLicence(query)}>
            {t("papers.addLicence")}
          </a>
        </p>
      </section>
    </>
  );
}
