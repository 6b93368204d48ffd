import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import { HouseholdSwitch } from "~/ui/households/household-switch";
import { Icon } from "~/ui/households/icon";
import { useDesk, type DeskData } from "~/ui/households/use-desk";
import { DeskLayout } from "~/ui/layouts/desk-layout";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs): Promise<DeskData> {
  const { scope } = await requirePermission(args, "household_desk.open");
  return { households: await listDeskHouseholds(scope) };
}

export default function HouseholdDeskPage() {
  const t = useT();
  const { current, query } = useDesk();
  const links = [
    { href: paths.householdDesk(query), text: t("households.deskLinkToday"), icon: "today" },
    { href: paths.householdOrders(query), text: t("households.deskLinkOrders"), icon: "bell" },
    { href: paths.householdProducts(query), text: t("households.deskLinkProducts"), icon: "tag" },
    { href: paths.earnings(query), text: t("households.deskLinkEarnings"), icon: "money" },
  ] as const;
  return (
    <DeskLayout
      tone="leaf"
      deskName={current?.name ?? t("common.householdDesk")}
      links={links.map(({ icon, ...link }) => ({ ...link, icon: <Icon name={icon} /> }))}
    >
      <HouseholdSwitch />
      <div className="mx-auto max-w-2xl">
        <Outlet />
      </div>
    </DeskLayout>
  );
}
