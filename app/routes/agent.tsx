import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDelegatedHouseholds } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DelegatedList } from "~/ui/households/delegated-list";
import { Icon } from "~/ui/households/icon";
import { DeskLayout } from "~/ui/layouts/desk-layout";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.agentTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user, scope } = await requirePermission(args, "agent_desk.open");
  return { households: await listDelegatedHouseholds(scope, user.id) };
}

export default function AgentDeskPage() {
  const { households } = useLoaderData<typeof loader>();
  const t = useT();
  const icon = <Icon name="list" />;
  const link = { href: paths.agentDesk(), text: t("households.agentLink"), icon };
  return (
    <DeskLayout tone="leaf" deskName={t("common.agentDesk")} links={[link]}>
      <div className="mx-auto max-w-2xl">
        <h1 className="text-3xl">{t("households.agentTitle")}</h1>
        {households.length === 0 ? (
          <EmptyState title={t("households.agentEmpty")}>
            <p>{t("households.agentEmptyText")}</p>
          </EmptyState>
        ) : (
          <>
            <p className="mt-2 max-w-prose text-soft">{t("households.agentText")}</p>
            <DelegatedList households={households} />
          </>
        )}
      </div>
    </DeskLayout>
  );
}
