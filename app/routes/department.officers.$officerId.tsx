import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isDemoSignIn } from "~/domain/identity/is-demo-sign-in.server";
import { formatPhone } from "~/domain/identity/phone";
import { findOfficer, listGrantsOf } from "~/domain/identity/queries-officers.server";
import { formatInstant } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { GrantHistory } from "~/ui/department/grant-history";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("officers.one"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "officer.manage");
  const officer = orNotFound(await findOfficer(args.params["officerId"] ?? ""));
  return {
    officer,
    grants: await listGrantsOf(officer.id),
    isOwn: officer.id === user.id,
    isDemo: isDemoSignIn(officer.phone),
  };
}

export default function OfficerPage() {
  const { officer, grants, isOwn, isDemo } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  const { id, secondStepSince: since, seenAt } = officer;
  const facts = [
    { label: t("officers.phone"), value: formatPhone(officer.phone) },
    { label: t("officers.since"), value: formatInstant(officer.createdAt) },
    {
      label: t("officers.seen"),
      value: seenAt === null ? t("officers.neverSeen") : formatInstant(seenAt),
    },
    {
      label: t("officers.step"),
      value:
        since === null
          ? t("officers.stepNone")
          : t("officers.stepSince", { time: formatInstant(since) }),
    },
  ];
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.officers()} text={t("officers.title")} />
      <h1 className="text-3xl">{mark(officer.fullName, "vi")}</h1>
      {officer.isOfficer ? null : <p className="mt-2 font-semibold">{t("officers.former")}</p>}
      <FactList>
        {facts.map(({ label, value }) => (
          <FactRow key={label} term={label}>
            {value}
          </FactRow>
        ))}
      </FactList>
      {isOwn || isDemo ? (
        <p className="mt-6 text-soft">{t(isOwn ? "officers.ownPage" : "officers.demoPage")}</p>
      ) : (
        <p className="mt-6 flex flex-wrap gap-3">
          <a className="button button-quiet" href={paths.officerRenewal(id)}>
            {t(officer.isOfficer ? "officers.renew" : "officers.reopen")}
          </a>
          {officer.isOfficer ? (
            <a className="button button-quiet" href={paths.officerRetirement(id)}>
              {t("officers.retire")}
            </a>
          ) : null}
        </p>
      )}
      <GrantHistory grants={grants} />
    </div>
  );
}
