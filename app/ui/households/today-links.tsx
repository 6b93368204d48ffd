import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { Icon } from "./icon";
import { useDesk } from "./use-desk";

/** Where the rest of a household's work is; the new product first. */
export function TodayLinks() {
  const { may } = useDesk();
  const links = useLinks().filter(({ permission }) => may(permission));
  return (
    <ul className="mt-8">
      {links.map(({ href, icon, text, permission }) => (
        <li key={href} className="mt-3">
          <a
            className={`button w-full ${permission === "product.edit" ? "button-main" : "button-quiet"}`}
            href={href}
          >
            <Icon name={icon} />
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

function useLinks() {
  const t = useT();
  const { query } = useDesk();
  return [
    {
      permission: "product.edit",
      href: paths.newProduct(query),
      icon: "plus",
      text: t("households.newProduct"),
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
    {
      permission: "profile.edit",
      href: paths.householdProfile(query),
      icon: "pencil",
      text: t("households.profileTitle"),
    },
    {
      permission: "profile.edit",
      href: paths.householdPapers(query),
      icon: "list",
      text: t("papers.title"),
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
    {
      permission: "household_desk.open",
      href: paths.householdTraining(query),
      icon: "clock",
      text: t("training.title"),
    },
    {
      permission: "household_desk.open",
      href: paths.householdLessons(query),
      icon: "picture",
      text: t("lessons.title"),
    },
    {
      permission: "delegation.end",
      href: paths.householdHelpers(query),
      icon: "heart",
      text: t("helpers.householdTitle"),
    },
  ] as const;
}
