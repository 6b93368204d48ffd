import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Icon } from "~/ui/households/icon";
import { DeskLayout } from "~/ui/layouts/desk-layout";
import { PhoneAgent } from "~/ui/phone/phone-agent";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "agent_desk.open");
  return { id: user.id, name: user.fullName };
}

export default function AgentDeskLayout() {
  const t = useT();
  const agent = useLoaderData<typeof loader>();
  const links = [
    { href: paths.agentDesk(), text: t("households.agentLink"), icon: <Icon name="list" /> },
    { href: paths.helpedSearch(), text: t("helpers.agentFind"), icon: <Icon name="plus" /> },
    { href: paths.agentTraining(), text: t("training.title"), icon: <Icon name="clock" /> },
  ];
  return (
    <DeskLayout tone="leaf" deskName={t("common.agentDesk")} links={links}>
      <div className="mx-auto max-w-2xl">
        <PhoneAgent agent={agent} />
        <Outlet />
      </div>
    </DeskLayout>
  );
}
