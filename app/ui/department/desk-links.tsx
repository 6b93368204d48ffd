import { Icon, type IconName } from "~/ui/households/icon";
import { useT } from "~/ui/site";
import type { MessageKey } from "~/web/i18n";
import { paths } from "~/web/paths";

const LINKS: readonly { href: string; icon: IconName; text: MessageKey }[] = [
  { href: paths.departmentShipping(), icon: "truck", text: "shipping.tariffTitle" },
  { href: paths.departmentContracts(), icon: "list", text: "contracts.title" },
  { href: paths.supplyBoard(), icon: "basket", text: "supply.boardTitle" },
  { href: paths.compliance(), icon: "clock", text: "compliance.title" },
  { href: paths.officers(), icon: "tag", text: "officers.title" },
  { href: paths.audit(), icon: "list", text: "audit.title" },
];

/** From the department's first page to what has no place in its menu. */
export function DeskLinks() {
  const t = useT();
  return (
    <ul className="grid gap-3">
      {LINKS.map(({ href, icon, text }) => (
        <li key={href}>
          <a className="button button-quiet w-full" href={href}>
            <Icon name={icon} />
            {t(text)}
          </a>
        </li>
      ))}
    </ul>
  );
}
