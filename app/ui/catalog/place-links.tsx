import type { NamedPlace } from "~/domain/catalog/types";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** When the words of a search are the name of a place, by its old name too: the way to it. */
export function PlaceLinks({ places }: { places: readonly NamedPlace[] }) {
  const t = useT();
  const language = useLanguage();
  if (places.length === 0) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-6">
      {places.map((place) => (
        <li key={place.code}>
          <a href={paths.commune(language, place)} className="inline-flex min-h-12 items-center">
            {place.formerName
              ? t("places.seeFormer", { name: place.name, formerName: place.formerName })
              : t("places.see", { name: place.name })}
          </a>
        </li>
      ))}
    </ul>
  );
}
