import type { OcopGroup } from "~/domain/catalog/ocop-sets";
import type { Facets } from "~/domain/catalog/types";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The set whose drawing stands for its group. */
export const GROUP_DRAWING: Record<OcopGroup, number> = {
  food: 4,
  drink: 17,
  herbal: 18,
  craft: 22,
  living: 23,
  tourism: 26,
};

/** The groups of OCOP products that have something on sale, as drawn pictures that lead into the list. */
export function GroupTiles({ groups }: Pick<Facets, "groups">) {
  const t = useT();
  const language = useLanguage();
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3 lg:grid-cols-6">
      {groups
        .filter(({ count }) => count > 0)
        .map(({ code, count }) => (
          <li key={code}>
            <a
              href={paths.products(language, { group: code })}
              className="text-ink no-underline hover:underline"
            >
              <img
                className="picture"
                src={paths.pictureInSheet({ drawing: GROUP_DRAWING[code], variant: 0 })}
                alt=""
                width={400}
                height={300}
              />
              <span className="mt-2 block font-semibold">{t(`catalog.groupShort_${code}`)}</span>
            </a>
            <p className="num text-sm text-soft">{t("catalog.productCount", { count })}</p>
          </li>
        ))}
    </ul>
  );
}
