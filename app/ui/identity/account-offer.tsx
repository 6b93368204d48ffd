import { useSite, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** After an order, in one line, to who has no account here. */
export function AccountOffer() {
  const t = useT();
  const { user, language } = useSite();
  if (user) return null;
  return (
    <p className="no-print mt-2 text-sm text-soft">
      {t("account.offer")}{" "}
      <a href={paths.signUp(language)} className="inline-flex min-h-12 items-center">
        {t("account.offerLink")}
      </a>
      .
    </p>
  );
}
