import type { Permission } from "~/domain/identity/permissions";
import { useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import { Icon, type IconName } from "./icon";
import { useDesk, type Desk } from "./use-desk";

type Link = { permission: Permission; href: string; icon: IconName; text: string };
type Query = Desk["query"];

/** Where the rest of a household's work is: the new product as one large button, the others by what they are about. */
export function TodayLinks() {
  const t = useT();
  const { query, may } = useDesk();
  const groups = [
    { title: t("households.linksSelling"), links: sellingLinks(t, query) },
    { title: t("households.linksShop"), links: shopLinks(t, query) },
    { title: t("households.linksPapers"), links: paperLinks(t, query) },
    { title: t("households.linksHelp"), links: helpLinks(t, query) },
  ];
  return (
    <>
      {may("product.edit") ? (
        <p className="mt-8">
          <a className="button button-main w-full" href={paths.newProduct(query)}>
            <Icon name="plus" />
            {t("households.newProduct")}
          </a>
        </p>
      ) : null}
      {groups.map(({ title, links }) => (
        <LinkGroup key={title} title={title} links={links.filter((one) => may(one.permission))} />
      ))}
    </>
  );
}

function LinkGroup({ title, links }: { title: string; links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-1 border-t border-line">
        {links.map(({ href, icon, text }) => (
          <li key={href} className="border-b border-line">
            <a className="flex min-h-12 items-center gap-3 py-2 no-underline" href={href}>
              <Icon name={icon} />
              <span className="underline">{text}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const sellingLinks = (t: Translate, query: Query): Link[] => [
  {
    permission: "supply.declare",
    href: paths.householdSupply(query),
    icon: "basket",
    text: t("supply.link"),
  },
  { permission: "stall.keep", href: paths.stall(query), icon: "stall", text: t("stalls.link") },
];

const shopLinks = (t: Translate, query: Query): Link[] => [
  {
    permission: "profile.edit",
    href: paths.householdProfile(query),
    icon: "pencil",
    text: t("households.profileTitle"),
  },
  {
    permission: "shipping_rules.edit",
    href: paths.householdShipping(query),
    icon: "truck",
    text: t("shipping.deskTitle"),
  },
  {
    permission: "shipping_rules.edit",
    href: paths.shopClosure(query),
    icon: "today",
    text: t("shipping.closureTitle"),
  },
];

const paperLinks = (t: Translate, query: Query): Link[] => [
  {
    permission: "profile.edit",
    href: paths.householdPapers(query),
    icon: "list",
    text: t("papers.title"),
  },
  {
    permission: "certificate.submit",
    href: paths.certificates(query),
    icon: "check",
    text: t("certificates.listTitle"),
  },
  {
    permission: "profile.edit",
    href: paths.joining(query),
    icon: "check",
    text: t("joining.title"),
  },
  {
    permission: "household_desk.open",
    href: paths.householdTerms(query),
    icon: "list",
    text: t("terms.title"),
  },
];

const helpLinks = (t: Translate, query: Query): Link[] => [
  {
    permission: "household_desk.open",
    href: paths.householdLessons(query),
    icon: "picture",
    text: t("lessons.title"),
  },
  {
    permission: "household_desk.open",
    href: paths.householdTraining(query),
    icon: "clock",
    text: t("training.title"),
  },
  {
    permission: "delegation.end",
    href: paths.householdHelpers(query),
    icon: "heart",
    text: t("helpers.householdTitle"),
  },
  {
    permission: "household.export",
    href: paths.householdData(query),
    icon: "box",
    text: t("archive.link"),
  },
];
