import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The pages of the money desk, on top of each of them. */
export function MoneyNav(props: {
  current:
    | "lines"
    | "claims"
    | "statements"
    | "refunds"
    | "payouts"
    | "disbursements"
    | "cards"
    | "reconciliation"
    | "tax"
    | "vouchers";
}) {
  const t = useT();
  const links = [
    { page: "reconciliation", href: paths.reconciliation(), text: t("reconciliation.title") },
    { page: "lines", href: paths.bankTransactions(), text: t("money.navLines") },
    { page: "claims", href: paths.transferClaims(), text: t("claims.deskTitle") },
    { page: "statements", href: paths.bankStatements(), text: t("statements.title") },
    { page: "refunds", href: paths.refunds(), text: t("money.navRefunds") },
    { page: "payouts", href: paths.payouts(), text: t("payouts.navPayouts") },
    { page: "disbursements", href: paths.disbursements(), text: t("money.disbursementsTitle") },
    { page: "cards", href: paths.cardEvents(), text: t("money.navCards") },
    { page: "tax", href: paths.departmentTax(), text: t("tax.title") },
    { page: "vouchers", href: paths.voucherProgrammes(), text: t("vouchers.title") },
  ] as const;
  const list = links.map(({ page, href, text }) => (
    <li key={page}>
      <a
        href={href}
        aria-current={page === props.current ? "page" : undefined}
        className="inline-flex min-h-12 items-center text-ink no-underline hover:underline aria-[current=page]:border-b-4 aria-[current=page]:border-indigo aria-[current=page]:font-semibold"
      >
        {text}
      </a>
    </li>
  ));
  const current = links.find(({ page }) => page === props.current);
  return (
    <nav aria-label={t("money.navLabel")} className="mb-4 border-b border-line">
      <ul className="flex flex-wrap gap-x-6 max-sm:hidden">{list}</ul>
      {/* Ten of them would fill a phone before the page begins. */}
      <details className="sm:hidden">
        <summary className="min-h-12 cursor-pointer py-3">
          {t("money.navLabel")}: <strong>{current?.text}</strong>
        </summary>
        <ul className="pb-2">{list}</ul>
      </details>
    </nav>
  );
}
