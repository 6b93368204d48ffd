import type { OcopGroup } from "~/domain/catalog/ocop-sets";
import type { Language } from "~/platform/language";
import { useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import { groupName, setName } from "./set-names";

/** A page above the one that is open, or that one itself. */
export type Crumb = { name: string; href: string };

/** Where a page stands: the pages above it, the home page first. The page's own heading follows. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  const t = useT();
  return (
    <nav aria-label={t("site.breadcrumbs")}>
      <ol className="flex flex-wrap items-center gap-x-2 text-sm">
        {trail.map(({ name, href }, i) => (
          // A phone has no room for three; the way home is in the header.
          <li
            key={href}
            className={`items-center gap-x-2 ${i < trail.length - 2 ? "hidden sm:flex" : "flex"}`}
          >
            {i > 0 ? (
              <span
                aria-hidden="true"
                className={`text-soft ${i === trail.length - 2 ? "max-sm:hidden" : ""}`}
              >
                ›
              </span>
            ) : null}
            <a href={href} className="inline-flex min-h-12 items-center">
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Home, then the list of communes. */
export function trailOfPlaces(t: Translate, language: Language): Crumb[] {
  return [
    { name: t("site.home"), href: paths.home(language) },
    { name: t("places.allCommunes"), href: paths.communes(language) },
  ];
}

/** Home, then the list of collections. */
export function trailOfCollections(t: Translate, language: Language): Crumb[] {
  return [
    { name: t("site.home"), href: paths.home(language) },
    { name: t("collections.title"), href: paths.collections(language) },
  ];
}

/** Home, then the whole list, then the list of one kind or group. */
export function trailTo(
  t: Translate,
  language: Language,
  kind: { set?: number; group?: OcopGroup } = {},
): Crumb[] {
  const trail = [
    { name: t("site.home"), href: paths.home(language) },
    { name: t("common.products"), href: paths.products(language) },
  ];
  if (kind.set) {
    const href = paths.products(language, { set: kind.set });
    return [...trail, { name: setName(t, kind.set), href }];
  }
  if (!kind.group) return trail;
  const href = paths.products(language, { group: kind.group });
  return [...trail, { name: groupName(t, kind.group), href }];
}
