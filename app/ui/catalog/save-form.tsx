import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Saves a product for later. The same for everybody: the page that it stands on is kept for all guests. */
export function SaveForm(props: { slug: string; tone: "button-main" | "button-quiet" }) {
  const t = useT();
  return (
    <form method="post" action={paths.wish(useLanguage(), props.slug)} className="mt-3">
      <button className={`button ${props.tone}`}>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path
            d="M12 20S3 14 3 8a4.5 4.5 0 019-1 4.5 4.5 0 019 1c0 6-9 12-9 12z"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          />
        </svg>
        {t("account.saveWish")}
      </button>
    </form>
  );
}
