import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What goes with a draft, the yes, and the way back to all products. */
export function ListingRemoval({ listingId, backHref }: { listingId: string; backHref: string }) {
  const t = useT();
  return (
    <>
      <p className="mt-3 max-w-prose">{t("listing.dropText")}</p>
      <form method="post" action={paths.listingRemoval(listingId)} className="mt-4">
        <button className="button button-danger w-full sm:w-auto">{t("listing.dropSure")}</button>
      </form>
      <p className="mt-3">
        <a className="button button-quiet w-full sm:w-auto" href={backHref}>
          {t("households.removeKeep")}
        </a>
      </p>
    </>
  );
}
