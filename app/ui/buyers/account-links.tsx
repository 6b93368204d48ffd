import { Icon, type IconName } from "~/ui/households/icon";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

type Props = {
  addressCount: number;
  /** This installation can send mail. */
  hasEmail: boolean;
  /** It can send an SMS. */
  hasCodes: boolean;
  /** They work for the department. */
  isOfficer: boolean;
};

type Row = { href: string; icon: IconName; text: string; hint?: string };

function useRows({ addressCount, hasEmail, hasCodes, isOfficer }: Props): Row[] {
  const t = useT();
  const language = useLanguage();
  const phone: Row = {
    href: paths.accountPhone(),
    icon: "phone",
    text: t("account.phone"),
    hint: t("account.phoneHint"),
  };
  const secondStep: Row = {
    href: paths.accountSecondStep(),
    icon: "phone",
    text: t("officers.accountLink"),
    hint: t("officers.accountHint"),
  };
  return [
    {
      href: paths.orders(language),
      icon: "box",
      text: t("account.orders"),
      hint: t("account.ordersHint"),
    },
    {
      href: paths.addresses(),
      icon: "home",
      text: t("account.addressBook"),
      hint: t("account.addressBookHint", { count: addressCount }),
    },
    {
      href: paths.wishes(),
      icon: "heart",
      text: t("account.wishes"),
      hint: t("account.wishesHint"),
    },
    ...(hasEmail
      ? [{ href: paths.accountEmail(), icon: "bell", text: t("notices.emailTitle") } as const]
      : []),
    ...(hasCodes ? [phone] : []),
    { href: paths.password(), icon: "pencil", text: t("account.password") },
    ...(isOfficer ? [secondStep] : []),
    {
      href: paths.ownData(),
      icon: "list",
      text: t("account.data"),
      hint: t("account.dataHint"),
    },
  ];
}

/** Everything that is somebody's own, one row each. */
export function AccountLinks(props: Props) {
  const t = useT();
  const links = useRows(props);
  return (
    <nav aria-label={t("identity.accountTitle")} className="my-6">
      <ul className="border-t border-line">
        {links.map(({ href, icon, text, hint }) => (
          <li key={href} className="border-b border-line">
            <a
              href={href}
              className="flex min-h-16 items-center gap-4 py-2 text-ink no-underline hover:underline"
            >
              <span className="text-leaf">
                <Icon name={icon} />
              </span>
              <span className="grow">
                <span className="block text-lg font-semibold">{text}</span>
                {hint ? <span className="block text-soft">{hint}</span> : null}
              </span>
              <span aria-hidden="true" className="text-2xl text-soft">
                ›
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
