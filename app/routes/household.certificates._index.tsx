import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOwnCertificates } from "~/domain/certificates/queries.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CertificateOutcome } from "~/ui/certificates/certificate-outcome";
import { OwnCertificates } from "~/ui/certificates/own-certificates";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("certificates.listTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificate.submit");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const query = new URL(args.request.url).searchParams;
  return {
    deskHouseholdId: household.id,
    certificates: await listOwnCertificates(scope, household.id),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

export default function CertificatesPage() {
  const { certificates, done, problem } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <h1 className="text-3xl">{t("certificates.listTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("certificates.listLead")}</p>
      <CertificateOutcome done={done} problem={problem} />
      <p className="mt-4">
        <a className="button button-main w-full" href={paths.newCertificate(query)}>
          <Icon name="plus" />
          {t("certificates.add")}
        </a>
      </p>
      <OwnCertificates certificates={certificates} />
    </>
  );
}
