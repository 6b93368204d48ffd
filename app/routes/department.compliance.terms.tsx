import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDuties } from "~/domain/compliance/queries-duties.server";
import { listAllTerms } from "~/domain/compliance/queries-terms.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { TermsTable } from "~/ui/compliance/terms-table";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("compliance.termsTitle"));

/** Every term that holds, held or will hold, to be read: a new rule comes with a new version of the program. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "compliance.manage");
  return { terms: await listAllTerms(), duties: await listDuties() };
}

export default function ComplianceTermsPage() {
  const { terms, duties } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.compliance()} text={t("compliance.title")} />
      <h1 className="text-3xl">{t("compliance.termsTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("compliance.termsLead")}</p>
      <TermsTable terms={terms} duties={duties} />
    </>
  );
}
