import { useSite, useT } from "~/ui/site";

/** On the page of what somebody bought: all that is kept of it, and whom a guest asks to have it deleted. */
export function PurchaseData({ code, href }: { code: string; href: string }) {
  const t = useT();
  const { user } = useSite();
  return (
    <div className="no-print">
      <p>
        <a href={href} download className="inline-flex min-h-12 items-center">
          {t("account.purchaseData")}
        </a>
      </p>
      {user ? null : <p className="text-sm text-soft">{t("account.guestDeletion", { code })}</p>}
    </div>
  );
}
