import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOfficersDesk, listOpenGrants } from "~/domain/identity/queries-officers.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { GrantsTable, OfficersTable } from "~/ui/department/officers-tables";
import { BackLink } from "~/ui/households/back-link";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("officers.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "officer.manage");
  return {
    officers: await listOfficersDesk(),
    grants: await listOpenGrants(),
    ownId: user.id,
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export default function OfficersPage() {
  const { officers, grants, ownId, done } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.departmentDesk()} text={t("department.overviewTitle")} />
      <h1 className="text-3xl">{t("officers.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("officers.lead")}</p>
      {done === "ended" ? <Notice tone="good" title={t("officers.grantEnded")} /> : null}
      {done === "retired" ? <Notice tone="good" title={t("officers.retired")} /> : null}
      <p className="my-4">
        <a className="button button-main" href={paths.newOfficer()}>
          {t("officers.new")}
        </a>
      </p>
      {grants.length === 0 ? null : (
        <section className="mt-8">
          <h2 className="text-2xl">{t("officers.grantsTitle")}</h2>
          <GrantsTable grants={grants} ownId={ownId} />
        </section>
      )}
      <section className="mt-8">
        <h2 className="text-2xl">{t("officers.listTitle")}</h2>
        <OfficersTable officers={officers} ownId={ownId} />
      </section>
    </>
  );
}
