import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What belongs to it and is looked at less often. */
export function ReconciliationLinks() {
  const t = useT();
  const links = [
    { href: paths.trialBalance(), text: t("reconciliation.trialTitle") },
    { href: paths.bankOpening(), text: t("reconciliation.openingTitle") },
    { href: paths.walletBalances(), text: t("reconciliation.walletsTitle") },
  ];
  return (
    <p className="no-print mt-8 flex flex-wrap gap-3">
      {links.map(({ href, text }) => (
        <a key={href} className="button button-quiet" href={href}>
          {text}
        </a>
      ))}
    </p>
  );
}
