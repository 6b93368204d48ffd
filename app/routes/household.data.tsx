import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Icon, type IconName } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("archive.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "household.export");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  return { deskHouseholdId: household.id };
}

const PARTS = [
  { name: "goods", icon: "tag" },
  { name: "sales", icon: "bell" },
  { name: "money", icon: "money" },
  { name: "stall", icon: "stall" },
  { name: "rest", icon: "list" },
] as const satisfies readonly { name: string; icon: IconName }[];

/** A household takes everything of its own with it, whenever it wants to. */
export default function HouseholdDataPage() {
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdDesk(query)} text={t("households.todayTitle")} />
      <h1 className="text-3xl">{t("archive.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("archive.lead")}</p>
      <ul className="mt-4 border-t border-line">
        {PARTS.map(({ name, icon }) => (
          <li key={name} className="flex items-center gap-3 border-b border-line py-3">
            <Icon name={icon} />
            {t(`archive.part_${name}`)}
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a className="button button-main w-full" href={paths.householdArchive(query)} download>
          {t("archive.download")}
        </a>
      </p>
      <p className="mt-2 text-sm text-soft">{t("archive.downloadText")}</p>
    </>
  );
}
