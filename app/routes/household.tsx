import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { behalfOf } from "~/domain/audit/actor";
import { findHelped } from "~/domain/households/queries-delegated.server";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import { permissionsOf } from "~/domain/identity/permissions";
import { isCovered } from "~/domain/identity/powers";
import { ActingBanner } from "~/ui/helpers/acting-banner";
import { HouseholdSwitch } from "~/ui/households/household-switch";
import { Icon, type IconName } from "~/ui/households/icon";
import { useDesk, type DeskData } from "~/ui/households/use-desk";
import { DeskLayout } from "~/ui/layouts/desk-layout";
import { PhoneDesk } from "~/ui/phone/phone-desk";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs): Promise<DeskData> {
  const { scope, user, actor } = await requirePermission(args, "household_desk.open");
  const households = await listDeskHouseholds(scope);
  const helpedId = behalfOf(actor);
  const helped = helpedId === null ? null : await findHelped(user.id, helpedId);
  const may = permissionsOf(user.role).filter(
    (one) => helped === null || isCovered(one, helped.powers),
  );
  return { households, may, helped };
}

export default function HouseholdDeskPage() {
  const t = useT();
  const { current, query, may } = useDesk();
  const links: (false | { href: string; text: string; icon: IconName })[] = [
    { href: paths.householdDesk(query), text: t("households.deskLinkToday"), icon: "today" },
    may("order.fulfil") && {
      href: paths.householdOrders(query),
      text: t("households.deskLinkOrders"),
      icon: "bell",
    },
    may("product.edit") && {
      href: paths.householdProducts(query),
      text: t("households.deskLinkProducts"),
      icon: "tag",
    },
    may("earnings.read") && {
      href: paths.earnings(query),
      text: t("households.deskLinkEarnings"),
      icon: "money",
    },
  ];
  const shown = links.filter((link) => link !== false);
  return (
    <DeskLayout
      tone="leaf"
      deskName={current?.name ?? t("common.householdDesk")}
      links={shown.map(({ icon, ...link }) => ({ ...link, icon: <Icon name={icon} /> }))}
    >
      <ActingBanner />
      <HouseholdSwitch />
      <PhoneDesk />
      <div className="mx-auto max-w-2xl">
        <Outlet />
      </div>
    </DeskLayout>
  );
}
